using System.Text.Json;
using GuidelineBench.Core.Files;
using GuidelineBench.Core.Results.Reading;

namespace GuidelineBench.Core.Results;

/// <summary>The one place that knows the result file's JSON.</summary>
public static class ResultFileJson
{
    /// <exception cref="ArgumentException">A number is infinite or not a number; JSON has none of these.</exception>
    public static string Serialize(ResultFile file) =>
        JsonSerializer.Serialize(file, ResultFileContext.Default.ResultFile) + "\n";

    /// <summary>
    /// Reads a file and checks it whole, so that nobody who gets it needs to. Members that this build does not know
    /// are passed over.
    /// </summary>
    /// <param name="bytes">UTF-8 or UTF-16 text, with or without a byte order mark.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <exception cref="ResultFileException">Not JSON, not a result file, of a newer schema version, or with a value that is not allowed.</exception>
    public static ResultFile Parse(ReadOnlySpan<byte> bytes, string source)
    {
        byte[] json = Decoded(bytes, source);
        ResultFile? file;
        try
        {
            RefuseOtherVersions(json, source);
            file = JsonSerializer.Deserialize(json, ResultFileContext.Default.ResultFile);
        }
        catch (JsonException error)
        {
            throw new ResultFileException(LineText.Of($"{source}: not a result file: {Reason(json, error)}. docs/result-file.md says what is allowed."), error);
        }

        if (ResultFileRules.FirstBreach(file!) is { } breach)
            throw new ResultFileException(LineText.Of($"{source}: not a usable result file: {breach}."));
        return file!;
    }

    private static byte[] Decoded(ReadOnlySpan<byte> bytes, string source)
    {
        try
        {
            return JsonText.ToUtf8(bytes);
        }
        catch (FormatException error)
        {
            throw new ResultFileException($"{source}: not a result file: {error.Message}; UTF-8 and UTF-16 are allowed.", error);
        }
    }

    private static void RefuseOtherVersions(ReadOnlySpan<byte> json, string source)
    {
        if (OtherThanObject(json) is { } other)
            throw new ResultFileException($"{source}: not a result file: it holds {other}; an object is allowed.");
        if (SchemaVersion(json) is not { } version)
            throw new ResultFileException(FormattableString.Invariant(
                $"{source}: not a result file: no schemaVersion that is a whole number; {ResultFile.CurrentSchemaVersion} is allowed."));
        if (version is < 1 or > ResultFile.CurrentSchemaVersion)
            throw new ResultFileException(FormattableString.Invariant(
                $"{source}: schemaVersion {version} is not known to this build; 1 to {ResultFile.CurrentSchemaVersion} is allowed."));
    }

    /// <summary>What a file of JSON holds in the place of an object; null for an object.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    private static string? OtherThanObject(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        JsonTokenType first = reader.TokenType;
        if (first == JsonTokenType.StartObject)
            return null;
        // What is no JSON is said of the whole file.
        while (reader.Read())
        {
        }

        return first switch
        {
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String => "a text",
            JsonTokenType.Number => "a number",
            JsonTokenType.Null => "null",
            _ => "true or false",
        };
    }

    /// <summary>Found without reading the rest, which can be anything and of any size.</summary>
    private static int? SchemaVersion(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isVersion = UnicodeText.Of(ref reader) == "schemaVersion";
            reader.Read();
            if (isVersion)
                return reader.TokenType == JsonTokenType.Number && WholeNumber.Read(ref reader) is { } version && version >= int.MinValue && version <= int.MaxValue ? (int)version : null;
            reader.Skip();
        }

        return null;
    }

    private static string Reason(ReadOnlySpan<byte> json, JsonException error) =>
        JsonSyntax.FirstFault(json)
        ?? JsonMismatch.First(json, ResultFileContext.Default.ResultFile)
        ?? FormattableString.Invariant($"line {(error.LineNumber ?? 0) + 1}: something stands there that is not allowed");
}
