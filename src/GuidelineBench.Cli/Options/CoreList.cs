using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Cli.Options;

/// <summary>Logical processors as <c>--cores</c> takes them: numbers and ranges separated by commas, e.g. <c>0,2-3</c>, or a kind of cores.</summary>
internal static class CoreList
{
    /// <exception cref="CommandException">Not a list, a core is named twice, or this process may not use it.</exception>
    public static CoreSet Read(string option, string text) => CoreKind.Find(text) is { } kind
        ? CoreKind.Read(option, text, kind, MachineProbe.CoreClassesOfThisMachine())
        : Read(option, text, CoreAffinity.UsableProcessors());

    internal static CoreSet Read(string option, string text, IReadOnlyList<int> usable)
    {
        string allowed = $"of {Write(usable)}, numbers and ranges like 0,2-3, or a kind: {CoreKind.Words}";
        var cores = ImmutableArray.CreateBuilder<int>();
        foreach (string part in ValueOption.Parts(option, text, allowed))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || !NumberText.TryRead(ends[0], out int first) || !NumberText.TryRead(ends[^1], out int last) || last < first)
                throw CommandException.Unusable($"unusable cores '{part}'", option, allowed);
            // Both ends are looked up before the range is spelled out: it may be a billion cores long.
            foreach (int end in (int[])[first, last])
                if (!usable.Contains(end))
                    throw CommandException.Unusable($"no core {NumberText.Write(end)} for this process", option, allowed);
            for (int core = first; core <= last; core++)
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

    /// <summary>The same notation, ranges where there are any.</summary>
    public static string Write(IReadOnlyList<int> cores)
    {
        var parts = new List<string>();
        for (int start = 0; start < cores.Count;)
        {
            int end = start;
            while (end + 1 < cores.Count && cores[end + 1] == cores[end] + 1)
                end++;
            parts.Add(start == end ? NumberText.Write(cores[start]) : $"{NumberText.Write(cores[start])}-{NumberText.Write(cores[end])}");
            start = end + 1;
        }

        return string.Join(',', parts);
    }
}
