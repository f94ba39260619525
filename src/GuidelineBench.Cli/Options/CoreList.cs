using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Cli.Options;

/// <summary>Logical processors as <c>--cores</c> takes them: numbers, ranges and kinds of cores separated by commas, e.g. <c>0,2-3</c> or <c>big</c>.</summary>
internal static class CoreList
{
    /// <exception cref="CommandException">Not a list, a core is named twice, the machine has no such kind, or this process may not use a core.</exception>
    public static CoreSet Read(string option, string text) =>
        Read(option, text, CoreAffinity.UsableProcessors(), MachineProbe.CoreClassesOfThisMachine());

    /// <param name="classes">Kinds of cores of the machine; none where all are alike.</param>
    internal static CoreSet Read(string option, string text, IReadOnlyList<int> usable, ImmutableArray<CoreClassInfo> classes)
    {
        string numbers = $"of {ProcessorList.Write(usable)}, numbers and ranges like 0,2-3";
        string allowed = classes.IsEmpty ? numbers : $"{numbers}, or a kind: {CoreKind.Write(classes)}";
        var cores = ImmutableArray.CreateBuilder<int>();
        foreach (string part in ValueOption.Parts(option, text, allowed))
        {
            foreach (int core in CoreKind.Find(part) is { } kind
                ? CoreKind.Read(option, part, kind, classes, numbers).Processors
                : Range(option, part, usable, allowed))
            {
                if (!usable.Contains(core))
                    throw CommandException.Unusable($"no core {NumberText.Write(core)} for this process", option, allowed);
                if (cores.Contains(core))
                    throw CommandException.Unusable($"core {NumberText.Write(core)} is named twice", option, allowed);
                cores.Add(core);
            }
        }

        return new CoreSet(cores.ToImmutable());
    }

    private static IEnumerable<int> Range(string option, string part, IReadOnlyList<int> usable, string allowed)
    {
        string[] ends = part.Split('-');
        if (ends.Length > 2 || !NumberText.TryRead(ends[0], out int first) || !NumberText.TryRead(ends[^1], out int last) || last < first)
            throw CommandException.Unusable($"unusable cores '{part}'", option, allowed);
        // Both ends are looked up before the range is spelled out: it may be a billion cores long.
        foreach (int end in (int[])[first, last])
            if (!usable.Contains(end))
                throw CommandException.Unusable($"no core {NumberText.Write(end)} for this process", option, allowed);
        return Enumerable.Range(first, last - first + 1);
    }
}

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
