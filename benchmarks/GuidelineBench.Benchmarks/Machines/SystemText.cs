using GuidelineBench.Core.Texts;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>Texts of the system that are stored and shown as they are: names of processors, boards, governors, coolers.</summary>
internal static class SystemText
{
    /// <summary>Longer than the names that systems show; x86 processors have 48 characters for theirs.</summary>
    private const int LongestName = 200;

    /// <returns>The text without the white space around it; null for one that is no name: empty, very long, or not one line of characters that can be shown.</returns>
    public static string? Name(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestName } name && LineText.Of(name) == name ? name : null;
}
