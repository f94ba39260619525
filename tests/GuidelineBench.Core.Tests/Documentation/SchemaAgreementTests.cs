using System.Text.Json;
using System.Text.Json.Nodes;
using GuidelineBench.Core.Results;
using Json.Schema;
using static GuidelineBench.Core.Tests.Results.ResultFileText;

namespace GuidelineBench.Core.Tests.Documentation;

/// <summary>Whoever writes result files by the published schema has them read: what the schema takes the reader takes.</summary>
public class SchemaAgreementTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(RepositoryFile.Read("docs", "result-file.schema.json"));

    /// <summary>What no schema can say: members that depend on each other, and texts that name things of the paper.</summary>
    private static readonly string[] BeyondSchemas =
        ["cells[0].row", "cells[0].scale", "cells[0].setting", "cells[0].experiment", "cells[0].rounds", "cells[0].medianNs", "cells", "ceilings", "noise", "startedUtc"];

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("1.5")]
    [InlineData("\"\"")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData(null)]
    public void What_the_schema_takes_the_reader_takes(string? value)
    {
        List<string> disagree = [];
        int taken = 0, places = Places(FileJson(), "").Count();
        for (int place = 0; place < places; place++)
        {
            JsonObject json = FileJson();
            (JsonNode parent, string? name, int index, string path) = Places(json, "").ElementAt(place);
            JsonNode? replacement = value is null ? null : JsonNode.Parse(value);
            if (name is null)
                parent.AsArray()[index] = replacement;
            else if (value is null)
                parent.AsObject().Remove(name);
            else
                parent[name] = replacement;
            if (!Schema.Evaluate(JsonSerializer.SerializeToElement(json)).IsValid)
                continue;
            taken++;
            try
            {
                Parse(json.ToJsonString());
            }
            catch (ResultFileException error)
            {
                if (!BeyondSchemas.Any(beyond => path == beyond || path.StartsWith(beyond + "[", StringComparison.Ordinal) && beyond is "noise" or "ceilings"))
                    disagree.Add($"{path} = {value ?? "nothing"}: {error.Message}");
            }
        }

        Assert.Empty(disagree);
        Assert.True(taken > 0 || value is "true");
    }

    [Fact]
    public void The_sample_is_valid() => Assert.True(Schema.Evaluate(JsonSerializer.SerializeToElement(FileJson())).IsValid);

    private static IEnumerable<(JsonNode Parent, string? Name, int Index, string Path)> Places(JsonNode node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            (member.Value is null ? [] : Places(member.Value, Join(path, member.Key))).Prepend((node, member.Key, -1, Join(path, member.Key)))),
        JsonArray items => items.SelectMany((item, index) =>
            (item is null ? [] : Places(item, $"{path}[{index}]")).Prepend((node, null, index, $"{path}[{index}]"))),
        _ => [],
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
