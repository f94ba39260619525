using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
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

    /// <summary>Any text that is Unicode, and any number above 0, to its last bit.</summary>
    [Fact]
    public void Whatever_a_file_may_hold_survives_writing_and_reading() => Property.Holds(
        Gen.Select(Cells, Texts, Gen.DateTimeOffset, Gen.Int),
        input =>
        {
            (CellResult[] cells, string text, DateTimeOffset started, int seed) = input;
            ResultFile file = ResultFileSample.Full with
            {
                Cells = [.. cells.Select((cell, index) => cell with { Threads = index + 1 })],
                Noise = [],
                Command = text,
                StartedUtc = started.ToUniversalTime(),
                Seed = seed,
            };

            AssertSame(file, Parse(ResultFileJson.Serialize(file)), "file");
        });

    private static Gen<string> Texts =>
        Gen.OneOf("a", " ", ",", "\"", "\\", "\n", "\0", "\u2028", "é", "\ufeff", "<", "\U0001F600").Array[0, 8].Select(letters => "x" + string.Concat(letters));

    private static Gen<double> Numbers => Gen.Double.Where(number => double.IsFinite(number) && number > 0);

    private static Gen<CellResult[]> Cells =>
        (from texts in Texts.Array[4]
         from numbers in Numbers.Array[4]
         from rounds in Numbers.Array[1, 3].Array[0, 4]
         from channels in Gen.Int[1, int.MaxValue - 1].Array[0, 4]
         from multiplyAdds in Gen.Long[1, long.MaxValue - 1]
         from isBare in Gen.Bool
         select ResultFileSample.Full.Cells[0] with
         {
             Experiment = "network:" + texts[0],
             Row = texts[1],
             Plan = isBare ? null : texts[2],
             Device = isBare ? null : texts[3],
             Channels = [.. channels],
             MultiplyAdds = multiplyAdds,
             MemoryAccessBound = numbers[0],
             Rounds = [.. rounds.Select(ImmutableArray.Create)],
             MedianNs = numbers[1],
             DeviceNs = isBare ? null : numbers[2],
             MaxError = isBare ? null : numbers[3],
             Operators = isBare ? null : [],
         }).Array[0, 4];

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
