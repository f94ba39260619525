using System.Text;
using System.Text.Json;

namespace GuidelineBench.Core.Results;

/// <summary>The one place that knows the result file's JSON.</summary>
public static class ResultFileJson
{
    public static string Serialize(ResultFile file) =>
        JsonSerializer.Serialize(file, ResultFileContext.Default.ResultFile) + "\n";

    /// <param name="json">UTF-8 text.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <exception cref="ResultFileException">Not JSON, not a result file, or of a newer schema version.</exception>
    public static ResultFile Parse(ReadOnlySpan<byte> json, string source)
    {
        try
        {
            RefuseOtherVersions(json, source);
            return JsonSerializer.Deserialize(json, ResultFileContext.Default.ResultFile)
                ?? throw new ResultFileException($"{source}: holds null; a result file holds an object.");
        }
        catch (JsonException error)
        {
            throw new ResultFileException($"{source}: not a result file: {OneLine(error.Message)}", error);
        }
    }

    private static void RefuseOtherVersions(ReadOnlySpan<byte> json, string source)
    {
        var reader = new Utf8JsonReader(json);
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object ||
            !document.RootElement.TryGetProperty("schemaVersion", out JsonElement element) ||
            element.ValueKind != JsonValueKind.Number ||
            !element.TryGetInt32(out int version))
            throw new ResultFileException($"{source}: not a result file: schemaVersion is missing; {ResultFile.CurrentSchemaVersion} is allowed.");
        if (version is < 1 or > ResultFile.CurrentSchemaVersion)
            throw new ResultFileException(FormattableString.Invariant(
                $"{source}: schemaVersion {version} is not known to this build; 1 to {ResultFile.CurrentSchemaVersion} is allowed."));
    }

    private static string OneLine(string message) =>
        new StringBuilder(message).Replace('\r', ' ').Replace('\n', ' ').ToString();
}
