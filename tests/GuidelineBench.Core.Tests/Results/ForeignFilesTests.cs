using System.Text;
using System.Text.Json.Nodes;
using GuidelineBench.Core.Results;
using static GuidelineBench.Core.Tests.Results.ResultFileText;

namespace GuidelineBench.Core.Tests.Results;

public class ForeignFilesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("17")]
    [InlineData("\"schemaVersion\"")]
    [InlineData("{}")]
    [InlineData("{\"schemaVersion\":1}")]
    [InlineData("{\"schemaVersion\":null}")]
    [InlineData("{\"schemaVersion\":\"1\"}")]
    [InlineData("{\"schemaVersion\":1.5}")]
    [InlineData("{\"schemaVersion\":99999999999999999999}")]
    [InlineData("schemaVersion: 1")]
    [InlineData("<html>\r\n</html>")]
    [InlineData("{\"schemaVersion\":1,}")]
    [InlineData("{'schemaVersion':1}")]
    public void What_is_no_result_file_is_refused(string text)
    {
        string message = Refusal(text).Message;

        Assert.StartsWith("bad.json: ", message, StringComparison.Ordinal);
        Assert.Contains("allowed", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Other_schema_versions_are_refused(int version)
    {
        JsonObject json = FileJson();
        json["schemaVersion"] = version;

        Assert.Equal(
            FormattableString.Invariant($"bad.json: schemaVersion {version} is not known to this build; 1 to 1 is allowed."),
            Refusal(json.ToJsonString()).Message);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        byte[] whole = Encoding.UTF8.GetBytes(ResultFileJson.Serialize(ResultFileSample.Full).TrimEnd());
        for (int length = 0; length < whole.Length; length++)
            AssertOneLine(Assert.Throws<ResultFileException>(() => ResultFileJson.Parse(whole.AsSpan(0, length), "bad.json")));
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 100_000));

        Refusal(deep);
        Refusal($"{{\"schemaVersion\":1,\"later\":{deep}");
        Refusal($"{{\"schemaVersion\":1,\"later\":{deep}{string.Concat(Enumerable.Repeat("]", 100_000))}}}");
    }

    [Fact]
    public void Text_that_is_no_UTF_8_is_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(ResultFileJson.Serialize(ResultFileSample.Full));
        bytes[bytes.AsSpan().IndexOf("Linux"u8)] = 0xFF;

        AssertOneLine(Assert.Throws<ResultFileException>(() => ResultFileJson.Parse(bytes, "bad.json")));
    }

    /// <summary>A text of a file stands in a message shortened, and cannot steer the terminal that shows it.</summary>
    [Fact]
    public void MessagesAreOneShortLineWhateverTheFileHolds()
    {
        ResultFile file = ResultFileSample.Full;
        string json = ResultFileJson.Serialize(file with { Cells = [file.Cells[0] with { Row = "\u001b[31m\n\u202E" + new string('x', 1_000_000) }] });

        string message = Assert.Throws<ResultFileException>(() => ResultFileJson.Parse(Encoding.UTF8.GetBytes(json), "f.json")).Message;

        Assert.InRange(message.Length, 1, 5000);
        Assert.DoesNotContain(message, letter => char.IsControl(letter) || letter == '\u202E');
        Assert.EndsWith("is allowed.", message, StringComparison.Ordinal);
    }
}
