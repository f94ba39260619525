using System.Text;
using System.Text.Json;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Core.Results.Reading;

/// <summary>Where a text stops being JSON, in words for whoever wrote it.</summary>
internal static class JsonSyntax
{
    /// <summary>What the reader of result files allows.</summary>
    private const int DeepestNesting = 64;

    private const int MostShown = 40;

    private static readonly string[] NoNumbers = ["nan", "inf"];

    /// <returns>Line and fault; null where the whole text is JSON.</returns>
    public static string? FirstFault(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestNesting });
        try
        {
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException error)
        {
            int at = Position(json, error);
            string fault = json.Trim(" \t\r\n"u8).IsEmpty ? "it is empty" : IsBeginning(json) ? "it ends too early" : Fault(json[..at], json[at..], reader.CurrentDepth);
            return FormattableString.Invariant($"line {(error.LineNumber ?? 0) + 1}: {fault}");
        }
    }

    private static bool IsBeginning(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = DeepestNesting }));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static int Position(ReadOnlySpan<byte> json, JsonException error)
    {
        int at = 0;
        for (long line = error.LineNumber ?? 0; line > 0; line--)
            at += json[at..].IndexOf((byte)'\n') + 1;
        return (int)Math.Min(json.Length, at + (error.BytePositionInLine ?? 0));
    }

    private static string Fault(ReadOnlySpan<byte> before, ReadOnlySpan<byte> rest, int depth)
    {
        before = before.TrimEnd(" \t\r\n"u8);
        string next = Encoding.UTF8.GetString(rest[..Math.Min(rest.Length, MostShown)]).Split('\n', '\r')[0].TrimEnd('\uFFFD', ' ', '\t');
        string shown = LineText.Quoted(next);
        if (next.Length == 0)
            return "the line ends too early";
        // Behind a bracket the reader counts one less.
        if (depth >= DeepestNesting - 1 && rest[0] is (byte)'[' or (byte)'{')
            return FormattableString.Invariant($"lists and objects stand more than {DeepestNesting} deep in each other");
        if (rest[0] is (byte)'}' or (byte)']' && before.EndsWith(","u8))
            return $"a comma stands before '{(char)rest[0]}'";
        if (rest[0] is (byte)'/' or (byte)'#')
            return $"{shown} is a comment, and JSON has none";
        if (rest[0] == '\'')
            return $"{shown} begins with a single quote, and texts stand in double quotes";
        return Array.Exists(NoNumbers, word => next.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            ? $"{shown} is no number of JSON"
            : $"{shown} is not expected here";
    }
}
