using System.Text.Json.Nodes;
using GuidelineBench.Core.Results;
using static GuidelineBench.Core.Tests.Results.RecordComparison;
using static GuidelineBench.Core.Tests.Results.ResultFileText;

namespace GuidelineBench.Core.Tests.Results;

public class DamagedMembersTests
{
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
        int places = Places(FileJson()).Count();
        Assert.True(places > 60);
        for (int place = 0; place < places; place++)
        {
            JsonObject json = FileJson();
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

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Places(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            (member.Value is null ? [] : Places(member.Value)).Prepend((node, member.Key, -1))),
        JsonArray items => items.SelectMany((item, index) => (item is null ? [] : Places(item)).Prepend((node, null, index))),
        _ => [],
    };
}
