using System.Collections.Immutable;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>
/// Kinds of Arm cores by their part numbers. The scheduler's capacities order them, and tell a prime core from others with
/// its part number: Linux computes a capacity from the part and the highest clock of a cluster, which on Arm is designed,
/// and not, as on a desktop, what a single core happened to reach.
/// </summary>
internal static class PartKinds
{
    /// <param name="usable">Processors that must all be known.</param>
    /// <returns>From the fastest, one kind where all are alike; null where part numbers are missing, or cannot be ordered.</returns>
    public static IReadOnlyList<IReadOnlyList<int>>? Of(SystemFiles files, ImmutableArray<ArmCore> cores, IReadOnlyCollection<int> usable)
    {
        Dictionary<int, ArmCore> known = cores.ToDictionary(core => core.Processor);
        if (!usable.All(known.ContainsKey))
            return null;
        IReadOnlyDictionary<int, double> capacities = CoreSpeeds.Capacities(files, known.Keys);
        // All the same: the system was not told how its cores differ.
        bool hasCapacities = known.Keys.All(capacities.ContainsKey) && capacities.Values.Distinct().Count() > 1;
        bool hasRanks = cores.All(core => ArmCores.Rank(core.Implementer, core.Part) is not null);
        IEnumerable<int[]> byRank = cores
            .GroupBy(core => hasRanks ? ArmCores.Rank(core.Implementer, core.Part)!.Value : 0, core => core.Processor)
            .OrderByDescending(rank => rank.Key)
            .Select(rank => rank.ToArray());
        if (hasCapacities)
            return [.. byRank.SelectMany(rank => CoreSpeeds.Split(rank, processor => capacities[processor])).OrderByDescending(kind => kind.Max(processor => capacities[processor]))];
        return hasRanks || cores.DistinctBy(core => (core.Implementer, core.Part)).Count() == 1 ? [.. byRank] : OfClocks(files, cores);
    }

    /// <summary>The clock orders parts that nobody has listed here; it does not divide one.</summary>
    private static IReadOnlyList<IReadOnlyList<int>>? OfClocks(SystemFiles files, ImmutableArray<ArmCore> cores)
    {
        IReadOnlyDictionary<int, double> clocks = CoreSpeeds.HighestClocks(files, cores.Select(core => core.Processor));
        if (!cores.All(core => clocks.ContainsKey(core.Processor)))
            return null;
        Dictionary<int, double> ofParts = (
            from part in cores.GroupBy(core => (core.Implementer, core.Part))
            let clock = part.Max(core => clocks[core.Processor])
            from core in part
            select (core.Processor, clock)).ToDictionary();
        return CoreSpeeds.Split(ofParts.Keys, processor => ofParts[processor]);
    }
}
