using System.Text.Json;
using System.Text.RegularExpressions;
using GuidelineBench.Core.Results.Reading;
using GuidelineBench.Core.Texts;

namespace GuidelineBench.Core.Results;

/// <summary>The one place that knows the result file's JSON.</summary>
public static partial class ResultFileJson
{
    /// <exception cref="ArgumentException">A number is infinite or not a number; JSON has none of these.</exception>
    public static string Serialize(ResultFile file) =>
        JsonSerializer.Serialize(file, ResultFileContext.Default.ResultFile) + "\n";

    /// <summary>
    /// Reads a file and checks it whole, so that nobody who gets it needs to. Members that this build does not know
    /// are passed over.
    /// </summary>
    /// <param name="bytes">UTF-8 text, with or without a byte order mark, or UTF-16 with one.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <exception cref="ResultFileException">Not JSON, not a result file, of a newer schema version, or with a value that is not allowed.</exception>
    public static ResultFile Parse(ReadOnlySpan<byte> bytes, string source)
    {
        byte[] json = JsonText.ToUtf8(bytes)
            ?? throw new ResultFileException($"{source}: not a result file: it is UTF-32 or damaged UTF-16; UTF-8, and UTF-16 with a byte order mark, are allowed.");
        ResultFile? file;
        try
        {
            RefuseOtherVersions(json, source);
            file = JsonSerializer.Deserialize(json, ResultFileContext.Default.ResultFile);
        }
        catch (JsonException error)
        {
            throw new ResultFileException(LineText.Of($"{source}: not a result file: {Reason(error)}"), error);
        }

        if (file is null)
            throw new ResultFileException($"{source}: not a result file: it holds null; an object is allowed.");
        if (ResultFileRules.FirstBreach(file) is { } breach)
            throw new ResultFileException(LineText.Of($"{source}: not a usable result file: {breach}."));
        return file;
    }

    private static void RefuseOtherVersions(ReadOnlySpan<byte> json, string source)
    {
        if (SchemaVersion(json) is not { } version)
            throw new ResultFileException(FormattableString.Invariant(
                $"{source}: not a result file: no schemaVersion that is a whole number; {ResultFile.CurrentSchemaVersion} is allowed."));
        if (version is < 1 or > ResultFile.CurrentSchemaVersion)
            throw new ResultFileException(FormattableString.Invariant(
                $"{source}: schemaVersion {version} is not known to this build; 1 to {ResultFile.CurrentSchemaVersion} is allowed."));
    }

    /// <summary>Found without reading the rest, which can be anything and of any size.</summary>
    private static int? SchemaVersion(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isVersion = reader.ValueTextEquals("schemaVersion"u8);
            reader.Read();
            if (isVersion)
                return reader.TokenType == JsonTokenType.Number && WholeNumber.Read(ref reader) is { } version and >= int.MinValue and <= int.MaxValue ? (int)version : null;
            reader.Skip();
        }

        return null;
    }

    // The library's message ends with the place, counted from 0; the place comes first here, counted from 1.
    private static string Reason(JsonException error)
    {
        string what = WithoutTypes(error.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0]);
        string member = error.Path?.TrimStart('$', '.') is { Length: > 0 } path ? $"{path}: " : "";
        return FormattableString.Invariant($"line {(error.LineNumber ?? 0) + 1}: {member}{what} docs/result-file.md says what is allowed.");
    }

    /// <summary>The library names types of this program, which say nothing to who wrote the file.</summary>
    private static string WithoutTypes(string message)
    {
        const string Conversion = "The JSON value could not be converted to ";
        if (!message.StartsWith(Conversion, StringComparison.Ordinal))
            return TypeName().Replace(message, "of this file");
        string type = message[Conversion.Length..];
        string allowed = type switch
        {
            _ when type.Contains("Dictionary", StringComparison.Ordinal) => "an object",
            _ when type.Contains("ImmutableArray", StringComparison.Ordinal) => "a list",
            _ when type.Contains("System.Double", StringComparison.Ordinal) => "a number",
            _ when type.Contains("System.String", StringComparison.Ordinal) => "a text",
            _ when type.Contains("System.Boolean", StringComparison.Ordinal) => "true or false",
            _ => "an object",
        };
        return $"{allowed} is allowed here.";
    }

    [GeneratedRegex(@"'(?:System|GuidelineBench)\.[^']*'")]
    private static partial Regex TypeName();
}
