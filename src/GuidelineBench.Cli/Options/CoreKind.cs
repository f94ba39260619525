using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Cli.Options;

/// <summary>A kind of cores by name: Arm's words for big.LITTLE and Intel's and Apple's for hybrid processors.</summary>
internal static class CoreKind
{
    private static readonly ImmutableArray<(string Word, string Name)> Kinds =
        [("big", "big"), ("middle", "middle"), ("little", "little"), ("performance", "big"), ("efficiency", "little")];

    public static string Words => string.Join(", ", Kinds.Select(kind => kind.Word));

    /// <returns>The kind's name in a machine's description; null for a text that is none of the words.</returns>
    public static string? Find(string text) => Kinds.FirstOrDefault(kind => kind.Word == text).Name;

    /// <param name="numbers">What is allowed where there are no kinds.</param>
    /// <exception cref="CommandException">The machine has no such cores, or shows none.</exception>
    public static CoreSet Read(
        string option, string text, string kind, ImmutableArray<CoreClassInfo> classes, string numbers = "numbers and ranges like 0,2-3")
    {
        if (classes.IsEmpty)
            throw CommandException.Unusable(
                $"no {text} cores: all cores of this machine are alike, or the system does not show how they differ", option, numbers);
        CoreClassInfo? chosen = classes.FirstOrDefault(known => known.Name == kind);
        return chosen is { Processors.IsEmpty: false }
            ? new CoreSet(chosen.Processors)
            : throw CommandException.Unusable($"no {text} cores here", option, Write(classes));
    }

    /// <returns>The kinds that a machine has, each with its cores.</returns>
    public static string Write(ImmutableArray<CoreClassInfo> classes) =>
        string.Join(", ", classes.Select(known => $"{known.Name} ({ProcessorList.Write(known.Processors)})"));
}
