using System.CommandLine;
using System.CommandLine.Parsing;

namespace GuidelineBench.Cli;

/// <summary>Turns the parser's errors into the one line that a user needs.</summary>
internal static class UnusableArguments
{
    /// <summary>More changed letters than this are another word, not a slip.</summary>
    private const int SlipDistance = 2;

    public static CommandException Explain(ParseResult result)
    {
        Command command = result.CommandResult.Command;
        string[] options = [.. command.Options.Where(option => !option.Hidden).Select(option => option.Name)];
        if (command.TreatUnmatchedTokensAsErrors && result.UnmatchedTokens is [string token, ..])
        {
            if (token.StartsWith('-'))
                return CommandException.Unusable($"unknown option '{token}'{Suggestion(token, options)}", PlaceOf(command), string.Join(", ", options));
            string[] verbs = [.. command.Subcommands.Select(verb => verb.Name)];
            return verbs.Length > 0
                ? CommandException.Unusable($"unknown verb '{token}'{Suggestion(token, verbs)}", PlaceOf(command), string.Join(", ", verbs))
                : CommandException.Unusable($"unknown argument '{token}'", PlaceOf(command), string.Join(", ", options));
        }

        foreach (OptionResult option in result.CommandResult.Children.OfType<OptionResult>())
        {
            if (option.IdentifierTokenCount > 1)
                return CommandException.Unusable("given more than once", option.Option.Name, "once");
            if (!option.Implicit && option.Tokens.Count == 0 && option.Option.Arity.MinimumNumberOfValues > 0)
                return CommandException.Unusable("value is missing", option.Option.Name, option.Option.Description?.TrimEnd('.') ?? "one value");
        }

        return new CommandException(ExitCode.Unusable, result.Errors[0].Message);
    }

    private static string PlaceOf(Command command) => command is RootCommand ? "command line" : command.Name;

    /// <returns>A question that names the candidate that the token is nearly equal to; empty when there is none.</returns>
    public static string Suggestion(string token, IEnumerable<string> candidates)
    {
        string? nearest = candidates
            .Where(candidate => Distance(token, candidate) <= SlipDistance)
            .MinBy(candidate => Distance(token, candidate));
        return nearest is null ? "" : $", did you mean '{nearest}'?";
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
