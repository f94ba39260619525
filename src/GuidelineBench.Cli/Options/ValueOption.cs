using System.Collections.Immutable;
using System.CommandLine;

namespace GuidelineBench.Cli.Options;

/// <summary>An option that takes one value and refuses a bad one in the program's own words.</summary>
internal static class ValueOption
{
    /// <param name="name">With its dashes.</param>
    /// <param name="value">Name of the value in help texts.</param>
    /// <param name="read">The value of a text; throws a <see cref="CommandException"/> when there is none.</param>
    public static Option<T> Create<T>(string name, string value, string description, Func<string, T> read) => new(name)
    {
        HelpName = value,
        Description = description,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            try
            {
                return read(result.Tokens[0].Value);
            }
            catch (CommandException error)
            {
                result.AddError(error.Message);
                return default;
            }
        },
    };

    /// <summary>An option whose value is one of a few words.</summary>
    public static Option<T?> OneOf<T>(string name, string value, string description, params (string Word, T Meaning)[] words)
        where T : struct
    {
        string allowed = string.Join(", ", words.Select(word => word.Word));
        return Create<T?>(name, value, description, text =>
        {
            foreach ((string word, T meaning) in words)
                if (word == text)
                    return meaning;
            throw CommandException.Unusable($"unknown {value.ToLowerInvariant()} '{text}'", name, allowed);
        });
    }

    /// <summary>An option whose value is a whole number.</summary>
    public static Option<int?> Number(string name, string value, string description, int least, int most, string? reason = null)
    {
        string allowed = Range(least, most, reason);
        return Create<int?>(name, value, description, text => ReadNumber(name, text, least, most, allowed));
    }

    /// <summary>An option whose value is a list of different whole numbers, in rising order whatever order they are given in.</summary>
    public static Option<ImmutableArray<int>?> Numbers(string name, string value, string description, int least, int most)
    {
        string allowed = Range(least, most);
        return Create<ImmutableArray<int>?>(
            name, value, description, text => [.. Parts(name, text, allowed).Select(part => ReadNumber(name, part, least, most, allowed)).Distinct().Order()]);
    }

    private static string Range(int least, int most, string? reason = null) => FormattableString.Invariant($"{least} to {most}{reason}");

    private static int ReadNumber(string name, string text, int least, int most, string allowed) =>
        NumberText.TryRead(text, out int number) && number >= least && number <= most
            ? number
            : throw CommandException.Unusable($"unusable number '{text}'", name, allowed);

    /// <summary>The parts of a list separated by commas.</summary>
    public static string[] Parts(string name, string list, string allowed)
    {
        string[] parts = list.Split(',', StringSplitOptions.TrimEntries);
        return parts.Contains("") ? throw CommandException.Unusable($"empty entry in '{list}'", name, allowed) : parts;
    }
}

/// <summary>An option that names one way of doing something, or, where ways are compared, several.</summary>
internal static class WaysOption
{
    /// <param name="takesList">Whether several, separated by commas, are taken.</param>
    /// <param name="description">Without its final stop.</param>
    /// <param name="ways">In the order in which they are used, whatever order they are given in.</param>
    public static Option<ImmutableArray<T>?> Create<T>(
        string name, bool takesList, string description, ImmutableArray<T> ways, Func<T, string> label, T usual)
        where T : struct
    {
        string allowed = string.Join(", ", ways.Select(label));
        string several = takesList ? ", or both separated by a comma, to compare them inside the same rounds" : "";
        string word = name.TrimStart('-');
        return ValueOption.Create<ImmutableArray<T>?>(
            name,
            takesList ? "LIST" : word.ToUpperInvariant(),
            $"{description}: {(takesList ? allowed : string.Join(" or ", ways.Select(label)))}{several} (default {label(usual)}).",
            text =>
            {
                string[] parts = takesList ? ValueOption.Parts(name, text, allowed) : [text];
                foreach (string part in parts)
                    if (!ways.Any(way => label(way) == part))
                        throw CommandException.Unusable($"unknown {word} '{part}'", name, allowed);
                return [.. ways.Where(way => parts.Contains(label(way)))];
            });
    }
}
