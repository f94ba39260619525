using System.Globalization;
using System.Text;

namespace GuidelineBench.Core.Files;

/// <summary>Text from files and arguments as part of a message: one line, of bounded length, that cannot steer a terminal.</summary>
public static class LineText
{
    /// <summary>Long enough for every list of what is allowed.</summary>
    private const int Longest = 4000;

    /// <summary>Long enough to know a name by.</summary>
    private const int LongestQuote = 100;

    private const string Gap = " ... ";

    /// <returns>The text with spaces for line breaks, control and invisible characters, without its middle when it is very long.</returns>
    public static string Of(string text) => Clean(text.Length <= Longest ? text : $"{text[..(Longest / 2)]}{Gap}{text[^(Longest / 2)..]}", " ");

    /// <returns>The text in single quotes with question marks for such characters, its beginning alone when it is long.</returns>
    public static string Quoted(string text) => $"'{Clean(text.Length <= LongestQuote ? text : text[..LongestQuote] + "...", "?")}'";

    private static string Clean(string text, string hidden)
    {
        var line = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            line.Append(IsShown(rune) ? rune.ToString() : hidden);
        return line.ToString();
    }

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
