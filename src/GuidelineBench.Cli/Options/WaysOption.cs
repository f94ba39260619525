using System.Collections.Immutable;
using System.CommandLine;

namespace GuidelineBench.Cli.Options;

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
