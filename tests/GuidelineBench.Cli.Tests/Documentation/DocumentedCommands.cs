using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBench.Cli.Tests.Documentation;

/// <summary>Finds the program's command lines in pages, scripts and workflows.</summary>
internal static partial class DocumentedCommands
{
    /// <summary>Commands of every page, of the workflows and of the scripts that the pages hand out.</summary>
    public static IReadOnlyList<DocumentedCommand> All { get; } =
    [
        .. from file in (IEnumerable<string>)
           [
               // Commands of the page on extending are about what it adds, and run with it added.
               "README.md", "CONTRIBUTING.md", .. RepositoryFiles.Below("docs", "*.md").Where(file => file != "docs/extending.md"), .. RepositoryFiles.Below("docs", "*.sbatch"),
               .. RepositoryFiles.Below("reports/samples", "*.md"), .. RepositoryFiles.Below(".github", "*.yml"), ".ci/run",
           ]
           from command in In(file, RepositoryFiles.Read(file))
           select command,
    ];

    public static IEnumerable<DocumentedCommand> In(string file, string text)
    {
        // A backslash at the end of a line goes on in the next.
        string[] lines = text.Replace("\\\n", "  ", StringComparison.Ordinal).Split('\n');
        for (int line = 0; line < lines.Length; line++)
            foreach (Match match in Script().Matches(lines[line]))
            {
                string rest = lines[line][(match.Index + match.Length)..];
                bool isInText = match.Groups["tick"].Success;
                if (isInText && !rest.Contains('`', StringComparison.Ordinal))
                    continue;
                yield return new DocumentedCommand(
                    string.Create(CultureInfo.InvariantCulture, $"{file}:{line + 1}"), Words(isInText ? rest[..rest.IndexOf('`', StringComparison.Ordinal)] : rest));
            }
    }

    /// <summary>Words as a shell splits them, up to the end of the command. What a shell would put in is left as one word.</summary>
    public static IReadOnlyList<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char quote = '\0';
        bool isWord = false;
        for (int i = 0; i < line.Length; i++)
        {
            char letter = line[i];
            bool isStart = !isWord;
            if (quote != '\0')
            {
                if (letter == quote)
                    quote = '\0';
                else
                    word.Append(letter);
            }
            else if (letter is '\'' or '"')
            {
                quote = letter;
                isWord = true;
            }
            else if (letter == '$' && i + 1 < line.Length && line[i + 1] == '(')
            {
                int end = line.IndexOf(')', i);
                word.Append("substituted");
                isWord = true;
                i = end;
            }
            else if (char.IsWhiteSpace(letter))
            {
                Finish();
            }
            else if (letter is ';' or '&' or ')' or '>' || (isStart && letter is '#' or '|'))
            {
                break;
            }
            else
            {
                word.Append(letter);
                isWord = true;
            }
        }

        Finish();
        return words;

        void Finish()
        {
            // [FILE...] and the like: something that may be left out, or be there more than once.
            if (isWord && word.ToString() != "$@")
                words.Add(word.ToString() is ['[', .. var optional, ']'] ? optional.Replace("...", "", StringComparison.Ordinal) : word.ToString().Replace("...", "", StringComparison.Ordinal));
            word.Clear();
            isWord = false;
        }
    }

    /// <summary>The script at the start of a command: at the start of a line, in code inside a sentence, or behind an assignment or another command.</summary>
    [GeneratedRegex(@"(?<tick>`(?:\w+=\w+ )?)?(?<![\w/""])(?:(?:\.|base|head)/)run\.(?:sh|ps1)(?![\w.])")]
    private static partial Regex Script();
}
