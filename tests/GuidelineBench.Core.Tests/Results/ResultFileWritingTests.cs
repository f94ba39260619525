using System.Globalization;
using System.Text.Json.Nodes;
using GuidelineBench.Core.Results;
using static GuidelineBench.Core.Tests.Results.RecordComparison;
using static GuidelineBench.Core.Tests.Results.ResultFileText;

namespace GuidelineBench.Core.Tests.Results;

public class ResultFileWritingTests
{
    [Fact]
    public void A_full_file_survives_writing_and_reading()
    {
        AssertSame(ResultFileSample.Full, Parse(ResultFileJson.Serialize(ResultFileSample.Full)), "file");
    }

    [Fact]
    public void The_sample_sets_every_member() =>
        Assert.All(Members(JsonNode.Parse(ResultFileJson.Serialize(ResultFileSample.Full))!), member => Assert.NotNull(member));

    [Fact]
    public void A_number_that_JSON_does_not_know_is_not_written() =>
        Assert.Throws<ArgumentException>(() => ResultFileJson.Serialize(ResultFileSample.Full with
        {
            Cells = [ResultFileSample.Full.Cells[0] with { MaxError = double.NaN }],
        }));

    [Fact]
    public void The_culture_changes_nothing()
    {
        string expected = ResultFileJson.Serialize(ResultFileSample.Full);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("0,5", 0.5.ToString(CultureInfo.CurrentCulture));

            Assert.Equal(expected, ResultFileJson.Serialize(ResultFileSample.Full));
            AssertSame(ResultFileSample.Full, Parse(expected), "file");
            JsonObject json = FileJson();
            Cell(json)["medianNs"] = -0.5;
            Assert.Contains("cells[0].medianNs is -0.5;", Refusal(json.ToJsonString()).Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<JsonNode?> Members(JsonNode node) => node switch
    {
        // The second round's conditions are the sample's only nulls.
        JsonObject members => members.Where(member => member.Key != "byRound").SelectMany(member => member.Value is null ? [null] : Members(member.Value)),
        JsonArray items => items.Count == 0 ? [null] : items.SelectMany(item => item is null ? [null] : Members(item)),
        _ => [node],
    };
}
