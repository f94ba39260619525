using System.Text;
using System.Text.Json.Nodes;
using GuidelineBench.Core.Results;
using static GuidelineBench.Core.Tests.Results.ResultFileText;

namespace GuidelineBench.Core.Tests.Results;

/// <summary>What is said of a wrong file helps whoever wrote it: line, member, what stands there, what is allowed.</summary>
public class RefusalMessagesTests
{
    private const string File = """
        {
          "schemaVersion": 1,
          "complete": true,
          "tool": { "version": "1", "commit": null },
          "startedUtc": "2026-01-31T12:00:00Z",
          "seed": 1,
          "machine": { "host": "h", "os": "o", "cpu": "c", "cores": 4, "isa": "i", "runtime": "r", "cacheBytes": { "L2": 4096 } },
          "conditions": { "flags": ["f"], "load": 0.5 }
        }
        """;

    [Theory]
    [InlineData("true,", "1,", "line 3: complete: 1 stands where true or false is allowed")]
    [InlineData("\"h\"", "5", "line 7: machine.host: 5 stands where a text is allowed")]
    [InlineData("\"h\"", "null", "line 7: machine.host: null stands where a text is allowed")]
    [InlineData("\"host\": \"h\", ", "", "line 7: machine.host: nothing stands where a text is required")]
    [InlineData("\"cores\": 4, ", "", "line 7: machine.cores: nothing stands where a whole number of 32 bits is required")]
    [InlineData("4096", "40.96", "line 7: machine.cacheBytes.L2: 40.96 stands where a whole number of 64 bits is allowed")]
    [InlineData("4096", "1, \"L2\": 2", "line 7: machine.cacheBytes.L2: it stands twice in one object, and once is allowed")]
    [InlineData("[\"f\"]", "\"f\"", "line 8: conditions.flags: \"f\" stands where a list is allowed")]
    [InlineData("[\"f\"]", "[\"f\", false]", "line 8: conditions.flags[1]: false stands where a text is allowed")]
    [InlineData("0.5", "\"0.5\"", "line 8: conditions.load: \"0.5\" stands where a number or null is allowed")]
    [InlineData("0.5", "[0.5]", "line 8: conditions.load: a list stands where a number or null is allowed")]
    [InlineData("\"seed\": 1", "\"seed\": 1, \"seed\": 2", "line 6: seed: it stands twice in one object, and once is allowed")]
    [InlineData("{ \"version\": \"1\", \"commit\": null }", "[]", "line 4: tool: a list stands where an object is allowed")]
    [InlineData("\"h\"", "\"\\ud800\"", "line 7: machine.host: \"\\ud800\" has half a surrogate pair, and whole characters are allowed")]
    [InlineData("[\"f\"]", "[\"f\", \"x\\udc00\\ud800\"]", "line 8: conditions.flags[1]: \"x\\udc00\\ud800\" has half a surrogate pair, and whole characters are allowed")]
    [InlineData("\"L2\"", "\"\\ud800\"", "line 7: machine.cacheBytes: \"\\ud800\" has half a surrogate pair, and whole characters are allowed")]
    [InlineData("\"complete\"", "\"\\ud800\": 1, \"complete\"", "line 3: \"\\ud800\" has half a surrogate pair, and whole characters are allowed")]
    [InlineData("\"2026-01-31T12:00:00Z\"", "\"9999-12-31T23:30:00-01:00\"", "line 5: startedUtc: \"9999-12-31T23:30:00-01:00\" stands where a time like \"2026-01-31T12:34:56Z\" in the years 1 to 9999 is allowed")]
    public void A_wrong_member_is_named(string right, string wrong, string message) => AssertSays(right, wrong, message);

    [Theory]
    [InlineData("null }", "null, }", "line 4: a comma stands before '}'")]
    [InlineData("[\"f\"]", "[\"f\",\n ]", "line 9: a comma stands before ']'")]
    [InlineData("\"seed\": 1", "// the seed\n\"seed\": 1", "line 6: '// the seed' is a comment, and JSON has none")]
    [InlineData("0.5", "NaN", "line 8: 'NaN }' is no number of JSON")]
    [InlineData("0.5", "-Infinity", "line 8: 'Infinity }' is no number of JSON")]
    [InlineData("0.5", "5.\n", "line 8: the line ends too early")]
    [InlineData("\"f\"", "'f'", "line 8: ''f'], \"load\": 0.5 }' begins with a single quote, and texts stand in double quotes")]
    [InlineData("\"seed\": 1,", "\"seed\": 1", "line 7: '\"machine\": { \"host\": \"h\", \"os\": \"o\", \"cp' is not expected here")]
    public void What_is_no_JSON_is_shown(string right, string wrong, string message) => AssertSays(right, wrong, message);

    [Fact]
    public void Nesting_that_is_too_deep_is_called_so() =>
        AssertSays("\"seed\": 1", $"\"seed\": 1, \"later\": {new string('[', 70)}{new string(']', 70)}", "line 6: lists and objects stand more than 64 deep in each other");

    [Fact]
    public void Whatever_is_cut_off_ends_too_early()
    {
        for (int length = File.IndexOf("seed", StringComparison.Ordinal); length < File.Length; length++)
            Assert.Contains(": it ends too early.", Refusal(File[..length]).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "a list")]
    [InlineData("[{\"schemaVersion\": 1}]", "a list")]
    [InlineData("null", "null")]
    [InlineData(" 7.5\n", "a number")]
    [InlineData("\"schemaVersion\"", "a text")]
    [InlineData("false", "true or false")]
    public void What_is_no_object_is_named(string text, string held) =>
        Assert.Equal($"bad.json: not a result file: it holds {held}; an object is allowed.", Refusal(text).Message);

    [Theory]
    [InlineData("[", "line 1: it ends too early")]
    [InlineData("[1,]", "line 1: a comma stands before ']'")]
    [InlineData("null null", "line 1: 'null' is not expected here")]
    public void So_is_what_is_no_JSON_in_it(string text, string fault) => Assert.Contains($"not a result file: {fault}.", Refusal(text).Message, StringComparison.Ordinal);

    /// <summary>A name before the version that is looked for.</summary>
    [Fact]
    public void Half_a_pair_before_the_version_is_found() =>
        Assert.Contains("line 1: \"\\ud800\" has half a surrogate pair", Refusal("{\"\\ud800\": 1, \"schemaVersion\": 1}").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Nothing_is_called_empty(string text) => Assert.Contains(": it is empty.", Refusal(text).Message, StringComparison.Ordinal);

    [Fact]
    public void The_line_that_is_not_UTF8_is_named()
    {
        byte[] bytes = Encoding.Latin1.GetBytes(File.Replace("\"f\"", "\"\u00fc\"", StringComparison.Ordinal));

        Assert.Equal("f.json: not a result file: line 8 is not UTF-8; UTF-8 and UTF-16 are allowed.", Assert.Throws<ResultFileException>(() => ResultFileJson.Parse(bytes, "f.json")).Message);
    }

    /// <summary>Types and options of the program say nothing to who wrote the file.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("1.5")]
    [InlineData("\"text\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("[[]]")]
    [InlineData("{}")]
    [InlineData("NaN")]
    [InlineData("1,}")]
    public void No_message_speaks_of_the_program(string value)
    {
        JsonObject json = FileJson();
        foreach (string text in Damaged(json, json, value))
        {
            string? message = (Record.Exception(() => Parse(text)) as ResultFileException)?.Message;
            Assert.DoesNotMatch("System|Guideline|Immutable|Nullable|deserializ|annotation|options|isFinalBlock|something stands", message ?? "");
        }
    }

    /// <summary>The file with one member of an object after another replaced.</summary>
    private static IEnumerable<string> Damaged(JsonNode root, JsonNode node, string value)
    {
        if (node is JsonObject members)
            foreach (string name in members.Select(member => member.Key).ToArray())
            {
                JsonNode? right = members[name];
                members[name] = "placeholder";
                yield return root.ToJsonString().Replace("\"placeholder\"", value, StringComparison.Ordinal);
                members[name] = right;
                if (right is not null)
                    foreach (string inner in Damaged(root, right, value))
                        yield return inner;
            }
        else if (node is JsonArray { Count: > 0 } items && items[0] is { } first)
            foreach (string inner in Damaged(root, first, value))
                yield return inner;
    }

    private static void AssertSays(string right, string wrong, string message)
    {
        Assert.Contains(right, File, StringComparison.Ordinal);
        string said = Refusal(File.Replace(right, wrong, StringComparison.Ordinal)).Message;
        Assert.Equal($"bad.json: not a result file: {message}. docs/result-file.md says what is allowed.", said);
    }
}
