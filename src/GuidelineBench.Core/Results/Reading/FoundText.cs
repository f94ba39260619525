using System.Text.Json;

namespace GuidelineBench.Core.Results.Reading;

/// <summary>What stands in a file where something else is allowed, for a message.</summary>
internal static class FoundText
{
    private const int Most = 40;

    public static string Of(ref Utf8JsonReader reader)
    {
        using JsonDocument found = JsonDocument.ParseValue(ref reader);
        string text = found.RootElement.GetRawText();
        return text.Length <= Most ? text : text[..Most] + "...";
    }
}
