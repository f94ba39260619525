using System.Text;
using System.Text.Json.Nodes;
using GuidelineBench.Core.Results;
using static GuidelineBench.Core.Tests.Results.RecordComparison;
using static GuidelineBench.Core.Tests.Results.ResultFileText;

namespace GuidelineBench.Core.Tests.Results;

/// <summary>Result files as other languages and shells write the same JSON.</summary>
public class ForeignWritersTests
{
    private const string Seed = "\"seed\": ";

    private static readonly string Text = ResultFileJson.Serialize(ResultFileSample.Full);

    [Theory]
    [InlineData("64225280.0")]
    [InlineData("6.422528e7")]
    [InlineData("6.422528E+07")]
    [InlineData("642252800e-1")]
    [InlineData("64225280.00000000000000000000000000000000000000")]
    [InlineData("642252800000000000000000000000000000000000e-34")]
    public void Whole_numbers_may_be_written_with_a_point_or_an_exponent(string number)
    {
        ResultFile expected = ResultFileSample.Full with { Seed = 64225280, Machine = ResultFileSample.Full.Machine with { MemoryBytes = 64225280 } };
        string text = ResultFileJson.Serialize(expected);

        AssertSame(expected, Parse(text.Replace("64225280", number, StringComparison.Ordinal)), "file");
    }

    [Fact]
    public void So_may_the_version_of_the_schema() =>
        AssertSame(ResultFileSample.Full, Parse(Text.Replace("\"schemaVersion\": 1", "\"schemaVersion\": 1.0", StringComparison.Ordinal)), "file");

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e-1")]
    [InlineData("2147483648")]
    [InlineData("3e9")]
    [InlineData("1e400")]
    [InlineData("\"7\"")]
    [InlineData("true")]
    [InlineData("1e-30")]
    [InlineData("1.00000000000000000000000000000001")]
    [InlineData("1e99999999999999999999")]
    public void What_is_no_whole_number_is_refused_by_its_name_and_what_is_allowed(string value)
    {
        string written = Text.Split(Seed)[1].Split(',')[0];
        var error = Assert.Throws<ResultFileException>(() => Parse(Text.Replace(Seed + written, Seed + value, StringComparison.Ordinal)));

        Assert.Contains($"seed: {value} stands where a whole number of 32 bits is allowed", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-04T03:02:01", 0)]
    [InlineData("2026-05-04T03:02:01z", 0)]
    [InlineData("2026-05-04t03:02:01Z", 0)]
    [InlineData("2026-05-04 03:02:01Z", 0)]
    [InlineData("2026-05-04T03:02:01.5000000000Z", 0.5)]
    [InlineData("2026-05-04T05:02:01+0200", 0)]
    [InlineData("2026-05-04T01:32:01-01:30", 0)]
    [InlineData("2026-05-04T03:02:01+00", 0)]
    [InlineData("2026-05-04T03:01:60Z", -1)]
    [InlineData("2026-05-04T03:02Z", -1)]
    [InlineData("2026-05-04T18:02:01+15:00", 0)]
    [InlineData("2026-05-03T03:03:01-23:59", 0)]
    [InlineData("2026-05-04T03:02:01Z\n", 0)]
    public void A_moment_is_the_same_in_all_its_spellings(string text, double secondsLater)
    {
        JsonObject json = FileJson();
        json["startedUtc"] = text;

        Assert.Equal(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero).AddSeconds(secondsLater), Parse(json.ToJsonString()).StartedUtc.ToUniversalTime());
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-05-04T03:02:61Z")]
    [InlineData("2026-05-04T03:02:01-24:00")]
    [InlineData("2026-05-04T03:02:01-1")]
    [InlineData("2026-05-04T24:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    [InlineData("9999-12-31T23:59:60Z")]
    [InlineData("10000-01-01T00:00:00Z")]
    [InlineData("")]
    public void What_is_no_moment_is_refused(string text)
    {
        JsonObject json = FileJson();
        json["startedUtc"] = text;

        Assert.Contains(
            $"startedUtc: \"{text}\" stands where a time like \"2026-01-31T12:34:56Z\" in the years 1 to 9999 is allowed",
            Assert.Throws<ResultFileException>(() => Parse(json.ToJsonString())).Message, StringComparison.Ordinal);
    }

    public static TheoryData<Encoding> Encodings => [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Texts_with_a_byte_order_mark_are_read(Encoding encoding) =>
        AssertSame(ResultFileSample.Full, ResultFileJson.Parse([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], "marked.json"), "file");

    [Theory]
    [MemberData(nameof(Encodings))]
    public void So_are_texts_with_two(Encoding encoding) =>
        AssertSame(ResultFileSample.Full, ResultFileJson.Parse([.. encoding.GetPreamble(), .. encoding.GetPreamble(), .. encoding.GetBytes(Text)], "marked.json"), "file");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UTF16_without_a_byte_order_mark_is_read(bool bigEndian) =>
        AssertSame(ResultFileSample.Full, ResultFileJson.Parse(new UnicodeEncoding(bigEndian, false).GetBytes(Text), "unmarked.json"), "file");

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void UTF32_is_refused(bool bigEndian, bool isMarked)
    {
        var encoding = new UTF32Encoding(bigEndian, isMarked);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];

        Assert.Contains("UTF-32", Assert.Throws<ResultFileException>(() => ResultFileJson.Parse(bytes, "wide.json")).Message, StringComparison.Ordinal);
    }

    /// <summary>Half a surrogate pair at the end.</summary>
    [Fact]
    public void Damaged_UTF16_is_refused() => Assert.Throws<ResultFileException>(() => ResultFileJson.Parse([0xFF, 0xFE, (byte)'{', 0, 0x00, 0xD8], "cut.json"));
}
