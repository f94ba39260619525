using System.Text.Json;
using System.Text.Json.Nodes;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using Json.Schema;
using static GuidelineBench.Core.Tests.Results.ResultFileText;

namespace GuidelineBench.Core.Tests.Documentation;

/// <summary>Whoever writes result files by the published schema has them read: what the schema takes the reader takes.</summary>
public class SchemaAgreementTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(RepositoryFile.Read("docs", "result-file.schema.json"));

    /// <summary>What no schema can say: lists that are as long as others.</summary>
    private static readonly string[] BeyondSchemas = ["cells", "ceilings", "noise[0].fmaGflops", "noise[0].fastestNs"];

    [Theory]
    [InlineData("null", true)]
    [InlineData("true", true)]
    [InlineData("-1", true)]
    [InlineData("0", true)]
    [InlineData("1.0", true)]
    [InlineData("1e3", true)]
    [InlineData("1.5", true)]
    [InlineData("\"\"", true)]
    [InlineData("\"text\"", true)]
    [InlineData("\"\\u00a0\\u2003\"", true)]
    [InlineData("\"2026-02-30T00:00:00Z\"", true)]
    [InlineData("2147483647", true)]
    [InlineData("2147483648", true)]
    [InlineData("-2147483649", false)]
    [InlineData("9223372036854775807", true)]
    [InlineData("9223372036854775808", true)]
    [InlineData("[null]", true)]
    [InlineData("[]", true)]
    [InlineData("{}", true)]
    [InlineData(null, true)]
    public void What_the_schema_takes_the_reader_takes(string? value, bool isTakenSomewhere)
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
            if (!IsValid(json))
                continue;
            taken++;
            try
            {
                Parse(json.ToJsonString());
            }
            catch (ResultFileException error)
            {
                if (!BeyondSchemas.Contains(path))
                    disagree.Add($"{path} = {value ?? "nothing"}: {error.Message}");
            }
        }

        Assert.Empty(disagree);
        Assert.Equal(isTakenSomewhere, taken > 0);
    }

    [Theory]
    [InlineData("2026-05-04T03:02:01", true)]
    [InlineData("2026-05-04t03:02:01.25z", true)]
    [InlineData("2026-05-04 03:02:01+0000", true)]
    [InlineData("2024-02-29T23:59:60-23:59", true)]
    [InlineData("2000-02-29", true)]
    [InlineData("1900-02-29", false)]
    [InlineData("2026-02-29T00:00:00Z", false)]
    [InlineData("2026-04-31T00:00:00Z", false)]
    [InlineData("2026-12-31T23:59:61Z", false)]
    [InlineData("2026-05-04T03:02:01+24:00", false)]
    [InlineData("0000-05-04T03:02:01Z", false)]
    [InlineData("04.05.2026", false)]
    [InlineData("9999-12-31T23:59:59Z", true)]
    [InlineData("9999-12-31", true)]
    [InlineData("9999-12-31T23:59:60Z", false)]
    [InlineData("9999-12-31T23:59:59-00:01", false)]
    [InlineData("0001-01-01T00:00:00", true)]
    [InlineData("0001-01-01T00:00:00+0100", false)]
    public void Schema_and_reader_take_the_same_moments(string text, bool isTaken)
    {
        JsonObject json = FileJson();
        json["startedUtc"] = text;

        Assert.Equal(isTaken, IsValid(json));
        Assert.Equal(isTaken, Record.Exception(() => Parse(json.ToJsonString())) is null);
    }

    /// <summary>Numbers are read with double precision.</summary>
    [Fact]
    public void Schema_and_reader_refuse_numbers_without_end()
    {
        JsonObject json = FileJson();
        Cell(json)["medianNs"] = JsonNode.Parse("1e309");

        Assert.False(IsValid(json));
        Refusal(json.ToJsonString());
    }

    [Fact]
    public void Every_row_of_every_table_is_valid_and_no_other()
    {
        JsonObject json = FileJson();
        foreach (Experiment experiment in ExperimentCatalogue.All)
        {
            JsonObject cell = Cell(json);
            cell["experiment"] = experiment.Id;
            foreach (ExperimentRow row in experiment.Rows)
            {
                cell["row"] = row.Label;
                Assert.True(IsValid(json), row.Label);
            }

            cell["row"] = "of another table";
            Assert.False(IsValid(json));
        }
    }

    [Fact]
    public void The_example_of_the_page_is_valid() =>
        Assert.True(IsValid(JsonNode.Parse(RepositoryFile.Read("docs", "result-file.md").Split("```json")[1].Split("```")[0])!));

    private static bool IsValid(JsonNode json) => Schema.Evaluate(JsonSerializer.SerializeToElement(json)).IsValid;

    [Fact]
    public void The_sample_is_valid() => Assert.True(IsValid(FileJson()));

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
