using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Core.Tests.Results;

public class ResultFileJsonTests
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
    public void Members_that_may_be_missing_are_empty_and_not_null()
    {
        JsonObject json = Json();
        foreach (string name in new[] { "ceilings", "cells", "rounds", "command", "noise" })
            json.Remove(name);
        foreach (string name in new[] { "cacheBytes", "devices", "memoryBytes" })
            json["machine"]!.AsObject().Remove(name);
        json["conditions"] = new JsonObject();

        ResultFile file = Parse(json.ToJsonString());

        Assert.Empty(file.Cells);
        Assert.Empty(file.Ceilings);
        Assert.Empty(file.Noise);
        Assert.Empty(file.Machine.CacheBytes);
        Assert.Empty(file.Machine.Devices);
        Assert.Empty(file.Conditions.Flags);
        Assert.Empty(file.Conditions.PinnedCores);
        Assert.Empty(file.Conditions.ByRound);
        Assert.Null(file.Conditions.Load);
    }

    [Fact]
    public void A_cell_that_was_not_measured_is_read()
    {
        JsonObject json = Json();
        JsonObject cell = Cell(json);
        foreach (string name in new[] { "rounds", "medianNs", "channels", "input", "operators", "bytes", "device" })
            cell.Remove(name);

        CellResult read = Parse(json.ToJsonString()).Cells.Single();

        Assert.Empty(read.Rounds);
        Assert.Empty(read.Channels);
        Assert.Empty(read.Input);
        Assert.Null(read.Operators);
        Assert.Null(read.MedianNs);
    }

    [Fact]
    public void Members_of_a_later_build_are_passed_over()
    {
        JsonObject json = Json();
        json["later"] = new JsonObject { ["a"] = new JsonArray(1, "two", null) };
        json["machine"]!["later"] = true;
        Cell(json)["later"] = "x";

        AssertSame(ResultFileSample.Full, Parse(json.ToJsonString()), "file");
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(ResultFileJson.Serialize(ResultFileSample.Full))];

        AssertSame(ResultFileSample.Full, ResultFileJson.Parse(marked, "marked.json"), "file");
    }

    [Fact]
    public void Experiments_of_other_tools_may_have_rows_of_their_own()
    {
        JsonObject json = Json();
        (Cell(json)["experiment"], Cell(json)["row"], Cell(json)["scale"], Cell(json)["setting"]) = ("network:mine", "mine 1x", null, null);

        Assert.Equal("mine 1x", Parse(json.ToJsonString()).Cells.Single().Row);
    }

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
            JsonObject json = Json();
            Cell(json)["medianNs"] = -0.5;
            Assert.Contains("cells[0].medianNs is -0.5;", Refusal(json.ToJsonString()).Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

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
        JsonObject json = Json();
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

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("\"NaN\"")]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("1,5")]
    public void A_median_that_is_no_positive_number_is_refused(string number)
    {
        JsonObject json = Json();
        Cell(json)["medianNs"] = 123456789;

        Refusal(json.ToJsonString().Replace("123456789", number, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_that_is_there_twice_is_refused()
    {
        JsonObject json = Json();
        json["cells"]!.AsArray().Add(Cell(json).DeepClone());

        Assert.Contains("cells[1] repeats an earlier one", Refusal(json.ToJsonString()).Message, StringComparison.Ordinal);

        json["cells"]![1]!["variant"] = "unfused";
        json["noise"]![0]!["fastestNs"]!.AsArray().Add(null);
        Assert.Equal(2, Parse(json.ToJsonString()).Cells.Length);
    }

    [Fact]
    public void A_ceiling_that_is_there_twice_is_refused()
    {
        JsonObject json = Json();
        json["ceilings"]!.AsArray().Add(json["ceilings"]![0]!.DeepClone());

        Assert.Contains("ceilings[1] repeats an earlier one", Refusal(json.ToJsonString()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fmaGflops", "[]", "noise[0].fmaGflops has 0 members; as many as ceilings (1) are allowed")]
    [InlineData("fmaGflops", "[0]", "noise[0].fmaGflops is 0; a number above 0 is allowed")]
    [InlineData("fastestNs", "[1,2]", "noise[0].fastestNs has 2 members; as many as cells (1) are allowed")]
    [InlineData("fastestNs", "[-1]", "noise[0].fastestNs is -1; a number above 0 is allowed")]
    [InlineData("fastestNs", "null", "noise[0].fastestNs")]
    public void A_noise_run_that_does_not_fit_the_file_is_refused(string member, string value, string expected)
    {
        JsonObject json = Json();
        json["noise"]![0]![member] = "placeholder";

        Assert.Contains(expected, Refusal(json.ToJsonString().Replace("\"placeholder\"", value, StringComparison.Ordinal)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_is_there_twice_is_refused() =>
        Refusal(ResultFileJson.Serialize(ResultFileSample.Full).Replace("\"seed\": 42", "\"seed\": 42, \"seed\": 43", StringComparison.Ordinal));

    [Theory]
    [InlineData("experiment", "\"\"", "cells[0].experiment is empty")]
    [InlineData("row", "\"1:7\"", "cells[0].row is \"1:7\"; 1:1, 1:2, 1:6, 1:12 is allowed")]
    [InlineData("scale", "\"x3\"", "cells[0].scale is \"x3\"; x1, x2, x4 is allowed")]
    [InlineData("scale", "null", "cells[0].scale is null; x1, x2, x4 is allowed")]
    [InlineData("setting", "\"npu\"", "cells[0].setting is \"npu\"; cpu, gpu is allowed")]
    [InlineData("guideline", "\"G5\"", "cells[0].guideline is \"G5\"; G1, G2, G3, G4 or null is allowed")]
    [InlineData("threads", "0", "cells[0].threads is 0; 1 or more is allowed")]
    [InlineData("threads", "1e10", "cells[0].threads")]
    [InlineData("batch", "-4", "cells[0].batch is -4; 1 or more is allowed")]
    [InlineData("multiplyAdds", "0", "cells[0].multiplyAdds is 0; 1 or more is allowed")]
    [InlineData("memoryAccess", "-1", "cells[0].memoryAccess is -1; 1 or more is allowed")]
    [InlineData("memoryAccessBound", "1e999", "cells[0].memoryAccessBound is Infinity; a number above 0 is allowed")]
    [InlineData("channels", "[26,0]", "cells[0].channels[1] is 0; 1 or more is allowed")]
    [InlineData("channels", "null", "cells[0].channels")]
    [InlineData("input", "[56]", "cells[0].input has 1 members; height and width are allowed")]
    [InlineData("rounds", "[[1],[]]", "cells[0].rounds[1] is empty")]
    [InlineData("rounds", "[[1],null]", "cells[0].rounds[1]")]
    [InlineData("rounds", "[[1],[2,-3]]", "cells[0].rounds[1][1] is -3; a number above 0 is allowed")]
    [InlineData("operators", "[null]", "cells[0].operators[0] is null")]
    [InlineData("bytes", "-1", "cells[0].bytes is -1; 0 or more is allowed")]
    [InlineData("maxError", "-1e-9", "cells[0].maxError is -1E-09; 0 or more is allowed")]
    public void A_cell_with_a_bad_member_is_refused(string member, string value, string expected)
    {
        JsonObject json = Json();
        Cell(json)[member] = "placeholder";

        Assert.Contains(expected, Refusal(json.ToJsonString().Replace("\"placeholder\"", value, StringComparison.Ordinal)).Message, StringComparison.Ordinal);
    }

    /// <summary>Whatever single member is damaged, the file is refused in one line or can still be used whole.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("\"text\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1e999")]
    [InlineData("1e400000")]
    [InlineData("9223372036854775808")]
    [InlineData("true")]
    [InlineData(null)]
    public void Any_damaged_member_is_refused_or_harmless(string? value)
    {
        int places = Places(Json()).Count();
        Assert.True(places > 60);
        for (int place = 0; place < places; place++)
        {
            JsonObject json = Json();
            (JsonNode parent, string? name, int index) = Places(json).ElementAt(place);
            if (name is null)
                parent.AsArray()[index] = "placeholder";
            else if (value is null)
                parent.AsObject().Remove(name);
            else
                parent[name] = "placeholder";
            string text = json.ToJsonString().Replace("\"placeholder\"", value ?? "{}", StringComparison.Ordinal);
            ResultFile read;
            try
            {
                read = Parse(text);
            }
            catch (ResultFileException error)
            {
                AssertOneLine(error);
                continue;
            }

            AssertUsable(read);
        }
    }

    private static void AssertUsable(ResultFile file)
    {
        // Writing visits every member: a list that is no list or a number that JSON lacks would throw.
        AssertSame(file, Parse(ResultFileJson.Serialize(file)), "file");
        Assert.All(file.Cells, cell => Assert.All(cell.Rounds, round => Assert.NotEmpty(round)));
    }

    private static ResultFile Parse(string json) => ResultFileJson.Parse(Encoding.UTF8.GetBytes(json), "good.json");

    private static ResultFileException Refusal(string json)
    {
        var error = Assert.Throws<ResultFileException>(() => ResultFileJson.Parse(Encoding.UTF8.GetBytes(json), "bad.json"));
        AssertOneLine(error);
        return error;
    }

    private static void AssertOneLine(ResultFileException error)
    {
        Assert.Contains(".json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("allowed", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    private static JsonObject Json() => JsonNode.Parse(ResultFileJson.Serialize(ResultFileSample.Full))!.AsObject();

    private static JsonObject Cell(JsonObject file) => file["cells"]![0]!.AsObject();

    private static IEnumerable<JsonNode?> Members(JsonNode node) => node switch
    {
        // The second round's conditions are the sample's only nulls.
        JsonObject members => members.Where(member => member.Key != "byRound").SelectMany(member => member.Value is null ? [null] : Members(member.Value)),
        JsonArray items => items.Count == 0 ? [null] : items.SelectMany(item => item is null ? [null] : Members(item)),
        _ => [node],
    };

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Places(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            (member.Value is null ? [] : Places(member.Value)).Prepend((node, member.Key, -1))),
        JsonArray items => items.SelectMany((item, index) => (item is null ? [] : Places(item)).Prepend((node, null, index))),
        _ => [],
    };

    // Member by member, because records compare their lists by reference.
    private static void AssertSame(object? expected, object? actual, string path)
    {
        if (expected is null || actual is null || expected is string || expected.GetType().IsPrimitive || expected is DateTimeOffset)
        {
            Assert.True(Equals(expected, actual), $"{path}: {expected} became {actual}");
            return;
        }

        Assert.Equal(expected.GetType(), actual.GetType());
        if (expected is IEnumerable)
        {
            object?[] expectedItems = [.. ((IEnumerable)expected).Cast<object?>()], actualItems = [.. ((IEnumerable)actual).Cast<object?>()];
            Assert.True(expectedItems.Length == actualItems.Length, path);
            for (int i = 0; i < expectedItems.Length; i++)
                AssertSame(expectedItems[i], actualItems[i], $"{path}[{i}]");
            return;
        }

        foreach (PropertyInfo property in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            AssertSame(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
    }

    /// <summary>A text of a file stands in a message shortened, and cannot steer the terminal that shows it.</summary>
    [Fact]
    public void MessagesAreOneShortLineWhateverTheFileHolds()
    {
        ResultFile file = ResultFileSample.Full;
        string json = ResultFileJson.Serialize(file with { Cells = [file.Cells[0] with { Row = "\u001b[31m\n\u202E" + new string('x', 1_000_000) }] });

        string message = Assert.Throws<ResultFileException>(() => ResultFileJson.Parse(System.Text.Encoding.UTF8.GetBytes(json), "f.json")).Message;

        Assert.InRange(message.Length, 1, 5000);
        Assert.DoesNotContain(message, letter => char.IsControl(letter) || letter == '\u202E');
        Assert.EndsWith("is allowed.", message, StringComparison.Ordinal);
    }
}
