namespace GuidelineBench.Cli.Checks;

/// <summary>Text inside a table of a pull request: what a file says must not become markup.</summary>
internal static class MarkdownCell
{
    private const string Special = @"\`*_{}[]<>|#~";

    public static string Of(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(letter => Special.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : letter.ToString()));
}
