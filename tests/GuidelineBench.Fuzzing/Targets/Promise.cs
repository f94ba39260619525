using System.Globalization;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>What must hold of everything that is read from an accepted input.</summary>
internal static class Promise
{
    private const int LongestText = 1000;

    /// <exception cref="BrokenPromiseException">It is not kept.</exception>
    public static void Holds(bool isKept, string broken)
    {
        if (!isKept)
            throw new BrokenPromiseException(broken);
    }

    /// <summary>A line that can be shown: neither empty nor endless, and nothing in it moves a cursor or hides.</summary>
    /// <exception cref="BrokenPromiseException">The text is none.</exception>
    public static void IsLine(string what, string text) => Holds(
        text.Length is > 0 and <= LongestText && text.Trim() == text && !text.Any(letter => CharUnicodeInfo.GetUnicodeCategory(letter)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
        $"{what} is no line of text: '{text}'");
}
