using System.Collections.Immutable;
using System.Globalization;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>
/// Finds the kinds of cores of a big.LITTLE or hybrid processor. The system's own word comes first (Intel's core types,
/// then the scheduler's capacities), then the highest clocks, then the part numbers of Arm cores.
/// </summary>
internal static class CoreClasses
{
    public const string Big = "big", Middle = "middle", Little = "little";

    /// <summary>
    /// Cores whose speeds are nearer to each other than this are of one kind: firmware favours single cores of a kind by
    /// some percent (4 % in a capture of a Core i7-1370P, 3 % in one of a GB10), kinds lie further apart.
    /// </summary>
    private const double SameKind = 0.9;

    /// <summary>From the fastest; of four kinds or more all but the first and last are in the middle.</summary>
    public static ImmutableArray<string> Names { get; } = [Big, Middle, Little];

    /// <param name="usable">Logical processors that the process may use.</param>
    /// <returns>From the fastest; empty where all cores are alike, or the system does not show how they differ.</returns>
    public static ImmutableArray<CoreClass> Read(SystemFiles files, IReadOnlyCollection<int> usable)
    {
        ImmutableArray<ArmCore> arm = ArmCore.Parse(files.Read("proc/cpuinfo") ?? "");
        IReadOnlyList<IReadOnlyList<int>> kinds =
            OfTypes(files, usable)
            ?? OfSpeeds(usable, processor => Number(files, processor, "cpu_capacity"))
            ?? OfSpeeds(usable, processor => Number(files, processor, "cpufreq/cpuinfo_max_freq"))
            ?? OfParts(arm, usable)
            ?? [];
        return [.. kinds
            .Select((processors, index) => (Name: NameOf(index, kinds.Count), Processors: processors))
            .GroupBy(kind => kind.Name, kind => kind.Processors)
            .Select(group => Describe(group.Key, [.. group.SelectMany(processors => processors)], files, arm))];
    }

    /// <summary>Performance monitoring units of hybrid Intel processors list their processors; lists that share or leave out some are not believed.</summary>
    private static IReadOnlyList<IReadOnlyList<int>>? OfTypes(SystemFiles files, IReadOnlyCollection<int> usable)
    {
        int[][] types = [.. new[] { "cpu_core", "cpu_atom", "cpu_lowpower" }
            .Select(type => ProcessorList.Parse(files.Read($"sys/devices/{type}/cpus") ?? "").Where(usable.Contains).ToArray())
            .Where(processors => processors.Length > 0)];
        return types.Length > 1 && types.SelectMany(processors => processors).Order().SequenceEqual(usable.Order()) ? types : null;
    }

    /// <param name="speed">Of a processor, in any unit; null where the system does not say.</param>
    private static IReadOnlyList<IReadOnlyList<int>>? OfSpeeds(IReadOnlyCollection<int> usable, Func<int, double?> speed)
    {
        (int Processor, double? Speed)[] known = [.. usable.Select(processor => (processor, speed(processor)))];
        if (known.Any(processor => processor.Speed is null))
            return null;
        var kinds = new List<List<int>>();
        double last = 0;
        foreach ((int processor, double? own) in known.OrderByDescending(processor => processor.Speed))
        {
            if (kinds.Count == 0 || own!.Value < SameKind * last)
                kinds.Add([]);
            kinds[^1].Add(processor);
            last = own!.Value;
        }

        return kinds.Count > 1 ? kinds : null;
    }

    private static IReadOnlyList<IReadOnlyList<int>>? OfParts(ImmutableArray<ArmCore> cores, IReadOnlyCollection<int> usable)
    {
        int[][] kinds = [.. cores
            .Where(core => usable.Contains(core.Processor) && ArmCores.Rank(core.Implementer, core.Part) is not null)
            .GroupBy(core => ArmCores.Rank(core.Implementer, core.Part)!.Value, core => core.Processor)
            .OrderByDescending(kind => kind.Key)
            .Select(kind => kind.ToArray())];
        return kinds.Length > 1 && kinds.Sum(kind => kind.Length) == usable.Count ? kinds : null;
    }

    public static string NameOf(int index, int count) => index == 0 ? Big : index == count - 1 ? Little : Middle;

    private static CoreClass Describe(string name, int[] processors, SystemFiles files, ImmutableArray<ArmCore> arm)
    {
        var seen = new HashSet<int>();
        ILookup<bool, int> firsts = processors.Order().ToLookup(processor => seen.Add(CoreTopology.FirstSibling(files, processor)));
        string[] cores = [.. arm
            .Where(core => processors.Contains(core.Processor))
            .Select(core => ArmCores.Name(core.Implementer, core.Part)!)
            .Distinct()];
        return new CoreClass(name, cores.Length == 0 ? null : string.Join(", ", cores), [.. firsts[true], .. firsts[false]], processors.Length);
    }

    private static double? Number(SystemFiles files, int processor, string name) =>
        double.TryParse(files.Read($"sys/devices/system/cpu/cpu{processor}/{name}"), NumberStyles.None, CultureInfo.InvariantCulture, out double number) && number > 0
            ? number
            : null;
}
