using System.Collections.Immutable;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>
/// Finds the kinds of cores of a big.LITTLE or hybrid processor. The first that speaks decides: Intel's core types, the part
/// numbers of Arm cores with the scheduler's capacities, capacities alone, and at last the highest clocks. All processors
/// that the system shows are compared, so that a process that may use two of them does not take the two ends of a row of
/// preferred cores for kinds.
/// </summary>
internal static class CoreClasses
{
    public const string Big = "big", Middle = "middle", Little = "little";

    /// <summary>From the fastest; of four kinds or more all but the first and last are in the middle.</summary>
    public static ImmutableArray<string> Names { get; } = [Big, Middle, Little];

    /// <param name="usable">Logical processors that the process may use.</param>
    /// <returns>From the fastest; empty where all cores are alike, or the system does not show how they differ.</returns>
    public static ImmutableArray<CoreClass> Read(SystemFiles files, IReadOnlyCollection<int> usable)
    {
        string cpuInfo = files.Read("proc/cpuinfo") ?? "";
        ImmutableArray<int> shown = [.. usable.Union(ProcessorList.Parse(files.Read("sys/devices/system/cpu/online") ?? "")).Order()];
        ImmutableArray<ArmCore> arm = ArmCore.Read(files, cpuInfo, shown);
        IReadOnlyList<IReadOnlyList<int>> found =
            OfTypes(files, usable)
            ?? PartKinds.Of(files, arm, usable)
            ?? OfCapacities(files, shown, usable)
            ?? ClockKinds.Of(files, shown, usable, ProcessorDescription.IsX86(cpuInfo))
            ?? [];
        int[][] kinds = [.. found.Select(kind => kind.Where(usable.Contains).ToArray()).Where(kind => kind.Length > 0)];
        return kinds.Length < 2 ? [] :
        [
            .. kinds
                .Select((processors, index) => (Name: NameOf(index, kinds.Length), Processors: processors))
                .GroupBy(kind => kind.Name, kind => kind.Processors)
                .Select(group => Describe(group.Key, [.. group.SelectMany(processors => processors)], files, arm)),
        ];
    }

    public static string NameOf(int index, int count) => index == 0 ? Big : index == count - 1 ? Little : Middle;

    /// <summary>Performance monitoring units of hybrid Intel processors list their processors; lists that share or leave out some are not believed.</summary>
    private static IReadOnlyList<IReadOnlyList<int>>? OfTypes(SystemFiles files, IReadOnlyCollection<int> usable)
    {
        int[][] types = [.. new[] { "cpu_core", "cpu_atom", "cpu_lowpower" }
            .Select(type => ProcessorList.Parse(files.Read($"sys/devices/{type}/cpus") ?? "").Where(usable.Contains).ToArray())
            .Where(processors => processors.Length > 0)];
        return types.Length > 0 && types.SelectMany(processors => processors).Order().SequenceEqual(usable.Order()) ? types : null;
    }

    private static IReadOnlyList<IReadOnlyList<int>>? OfCapacities(SystemFiles files, ImmutableArray<int> shown, IReadOnlyCollection<int> usable)
    {
        IReadOnlyDictionary<int, double> capacities = CoreSpeeds.Capacities(files, shown);
        return usable.All(capacities.ContainsKey) && capacities.Values.Distinct().Count() > 1
            ? CoreSpeeds.Split(capacities.Keys, processor => capacities[processor])
            : null;
    }

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
}

/// <summary>Cores of one kind in a processor that has several.</summary>
/// <param name="Name">One of <see cref="CoreClasses.Names"/>.</param>
/// <param name="Core">Name of the core; null where the system does not say.</param>
/// <param name="Processors">
/// Logical processors, one of each physical core before any second one, so that threads get cores of their own; empty
/// where the system does not number them.
/// </param>
/// <param name="Count">Logical processors.</param>
internal sealed record CoreClass(string Name, string? Core, ImmutableArray<int> Processors, int Count);
