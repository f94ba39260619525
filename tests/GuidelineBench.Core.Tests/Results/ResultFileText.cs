using System.Text;
using System.Text.Json.Nodes;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Core.Tests.Results;

/// <summary>The full sample as text that a test changes, and what reading such a text gives.</summary>
internal static class ResultFileText
{
    public static JsonObject FileJson() => JsonNode.Parse(ResultFileJson.Serialize(ResultFileSample.Full))!.AsObject();

    public static JsonObject Cell(JsonObject file) => file["cells"]![0]!.AsObject();

    public static ResultFile Parse(string json) => ResultFileJson.Parse(Encoding.UTF8.GetBytes(json), "good.json");

    public static ResultFileException Refusal(string json)
    {
        var error = Assert.Throws<ResultFileException>(() => ResultFileJson.Parse(Encoding.UTF8.GetBytes(json), "bad.json"));
        AssertOneLine(error);
        return error;
    }

    public static void AssertOneLine(ResultFileException error)
    {
        Assert.Contains(".json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("allowed", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }
}
