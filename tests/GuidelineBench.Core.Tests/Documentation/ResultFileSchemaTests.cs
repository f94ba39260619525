using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Core.Tests.Documentation;

/// <summary>docs/result-file.schema.json, written by hand, describes what is written and what is read.</summary>
public class ResultFileSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(RepositoryFile.Read("docs", "result-file.schema.json"))!.AsObject();

    [Fact]
    public void It_is_of_draft_2020_12_and_of_the_current_version()
    {
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)Schema["$schema"]);
        Assert.Equal(ResultFile.CurrentSchemaVersion, (int?)Schema["properties"]!["schemaVersion"]!["const"]);
    }

    [Fact]
    public void It_has_exactly_the_members_that_are_written() =>
        AssertMembers(Schema, JsonNode.Parse(ResultFileJson.Serialize(ResultFileSample.Full))!, "$");

    [Fact]
    public void Required_members_and_types_are_those_of_the_reader()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        JsonObject read = JsonSchemaExporter.GetJsonSchemaAsNode(options, typeof(ResultFile), new() { TreatNullObliviousAsNonNullable = true }).AsObject();

        // The version is looked at before the members are.
        read["required"]!.AsArray().Add("schemaVersion");
        AssertTypes(Schema, read, "$");
    }

    [Fact]
    public void Every_member_says_what_it_is() => AssertDescribed(Schema, "$");

    private static void AssertMembers(JsonObject schema, JsonNode written, string path)
    {
        if (written is JsonArray items)
        {
            Assert.NotEmpty(items);
            AssertMembers(schema["items"]!.AsObject(), items[0]!, $"{path}[]");
        }
        else if (written is JsonObject members && schema["properties"] is JsonObject described)
        {
            AssertSameNames(described.Select(member => member.Key), members.Select(member => member.Key), path);
            foreach ((string name, JsonNode? value) in members)
                AssertMembers(described[name]!.AsObject(), value!, $"{path}.{name}");
        }
        else if (written is JsonObject)
        {
            Assert.True(schema["additionalProperties"] is JsonObject, $"{path} has members that the schema does not describe.");
        }
    }

    private static void AssertTypes(JsonObject schema, JsonObject read, string path)
    {
        AssertSameNames(Types(schema), Types(read), path);
        if (read["properties"] is JsonObject members)
        {
            AssertSameNames(Names(schema["required"]), Names(read["required"]), $"required members of {path}");
            foreach ((string name, JsonNode? member) in members)
                AssertTypes(schema["properties"]![name]!.AsObject(), member!.AsObject(), $"{path}.{name}");
        }

        foreach (string nested in new[] { "items", "additionalProperties" })
            if (read[nested] is JsonObject inner)
                AssertTypes(schema[nested]!.AsObject(), inner, $"{path}/{nested}");
    }

    private static void AssertDescribed(JsonObject schema, string path)
    {
        if (schema["properties"] is JsonObject members)
            foreach ((string name, JsonNode? member) in members)
            {
                Assert.False(string.IsNullOrWhiteSpace((string?)member!["description"]), $"{path}.{name} has no description.");
                AssertDescribed(member.AsObject(), $"{path}.{name}");
            }

        if (schema["items"] is JsonObject items)
            AssertDescribed(items, $"{path}[]");
    }

    private static void AssertSameNames(IEnumerable<string> schema, IEnumerable<string> code, string path) =>
        Assert.True(
            schema.Order(StringComparer.Ordinal).SequenceEqual(code.Order(StringComparer.Ordinal)),
            $"{path}: the schema says {string.Join(", ", schema)}; the code says {string.Join(", ", code)}.");

    private static IEnumerable<string> Types(JsonObject schema) => schema switch
    {
        _ when schema["enum"] is JsonArray values => values.Select(value => value is null ? "null" : "string").Distinct(),
        _ when schema["const"] is not null => ["integer"],
        _ => Names(schema["type"]),
    };

    private static IEnumerable<string> Names(JsonNode? names) => names switch
    {
        null => [],
        JsonArray several => several.Select(name => (string)name!),
        _ => [(string)names!],
    };
}
