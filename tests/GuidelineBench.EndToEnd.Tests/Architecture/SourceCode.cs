using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBench.EndToEnd.Tests.Architecture;

/// <summary>A C# file without its comments and texts, so that words in these count for nothing.</summary>
internal sealed partial class SourceCode(string file)
{
    private readonly string code = CommentOrText().Replace(RepositoryTree.Read(file), match => Blank(match.Value));

    /// <summary>Path from the root with forward slashes.</summary>
    public string File => file;

    /// <summary>The namespace that it declares; null for top-level statements.</summary>
    public string? Namespace => NamespaceDeclaration().Match(code) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Names of the types that stand outside of any other type, without type parameters.</summary>
    public IReadOnlyList<string> TopLevelTypes => [.. TypeDeclaration().Matches(OutsideBraces()).Select(match => match.Groups["name"].Value)];

    /// <returns>One line for each match: file, line, what was found.</returns>
    public IEnumerable<string> Find(Regex forbidden) =>
        forbidden.Matches(code).Select(match => $"{file}:{code.AsSpan(0, match.Index).Count('\n') + 1}: {match.Value}");

    private string OutsideBraces()
    {
        var outside = new StringBuilder();
        int depth = 0;
        foreach (char c in code)
        {
            if (c == '}')
                depth--;
            if (depth == 0)
                outside.Append(c);
            if (c == '{')
                depth++;
        }

        return outside.ToString();
    }

    private static string Blank(string text) => string.Concat(text.Select(c => c == '\n' ? '\n' : ' '));

    [GeneratedRegex(""""
        \$*(?<quotes>"{3,})[\s\S]*?\k<quotes>|\$?@\$?"(?:[^"]|"")*"|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*[\s\S]*?\*/
        """", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommentOrText();

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?|(?<delegate>delegate)(?=\s)[^;(]*?)\s+(?!where\b|class\b|struct\b)(?<name>\w+)(?(delegate)\s*(?:<[^>]*>)?\s*\()")]
    private static partial Regex TypeDeclaration();
}
