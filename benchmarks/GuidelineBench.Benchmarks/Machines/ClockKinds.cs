using System.Collections.Immutable;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>
/// Kinds of cores by their highest clocks, where nothing else speaks. A clock alone is no kind: firmware states a maximum
/// of its own for every core of a desktop processor, up to 40 % apart (preferred cores, Turbo Boost Max). Something that is
/// built differently has to agree with it.
/// </summary>
internal static class ClockKinds
{
    /// <param name="shown">Processors that the system shows.</param>
    /// <param name="usable">Those of them whose clocks must all be known.</param>
    /// <param name="isX86">Its cores have a clock each; elsewhere a cluster shares one.</param>
    /// <returns>From the fastest; null where clocks are missing.</returns>
    public static IReadOnlyList<IReadOnlyList<int>>? Of(SystemFiles files, IEnumerable<int> shown, IReadOnlyCollection<int> usable, bool isX86)
    {
        IReadOnlyDictionary<int, double> clocks = CoreSpeeds.HighestClocks(files, shown);
        if (!usable.All(clocks.ContainsKey))
            return null;
        var kinds = new List<List<int>>();
        IReadOnlyList<int> last = [];
        foreach (IReadOnlyList<int> group in CoreSpeeds.Split(clocks.Keys, processor => clocks[processor]))
        {
            if (kinds.Count == 0 || AreBuiltDifferently(files, last, group) || !isX86 && IsCluster(last) && IsCluster(group))
                kinds.Add([]);
            kinds[^1].AddRange(group);
            last = group;
        }

        return kinds;

        bool IsCluster(IReadOnlyList<int> group) => group.Count > 1 && group.Select(processor => clocks[processor]).Distinct().Count() == 1;
    }

    private static bool AreBuiltDifferently(SystemFiles files, IReadOnlyList<int> fast, IReadOnlyList<int> slow) =>
        HaveLowerNominalClock(files, fast, slow) || HaveOtherCaches(files, fast, slow) || HaveLessLastLevel(files, fast, slow) || HaveOneThread(files, fast, slow);

    /// <summary>Firmware's preference for a core raises its turbo only.</summary>
    private static bool HaveLowerNominalClock(SystemFiles files, IReadOnlyList<int> fast, IReadOnlyList<int> slow)
    {
        double?[] ofFast = [.. fast.Select(processor => CoreSpeeds.NominalClock(files, processor))];
        double?[] ofSlow = [.. slow.Select(processor => CoreSpeeds.NominalClock(files, processor))];
        return !ofFast.Contains(null) && !ofSlow.Contains(null) && ofSlow.Max() < CoreSpeeds.SameKind * ofFast.Min();
    }

    private static bool HaveOtherCaches(SystemFiles files, IReadOnlyList<int> fast, IReadOnlyList<int> slow)
    {
        string[] ofFast = [.. fast.Select(OwnCaches).Distinct()], ofSlow = [.. slow.Select(OwnCaches).Distinct()];
        return !ofFast.Concat(ofSlow).Contains("") && !ofFast.Intersect(ofSlow).Any();

        string OwnCaches(int processor) => string.Join(' ', CacheSizes.Read(files, processor).Where(cache => cache.Key is "L1d" or "L2"));
    }

    /// <summary>As small Zen cores have; a cache that is stacked on slower cores (X3D) makes no kind.</summary>
    private static bool HaveLessLastLevel(SystemFiles files, IReadOnlyList<int> fast, IReadOnlyList<int> slow)
    {
        long?[] ofFast = [.. fast.Select(LastLevel)], ofSlow = [.. slow.Select(LastLevel)];
        return !ofFast.Contains(null) && !ofSlow.Contains(null) && ofSlow.Max() < ofFast.Min();

        long? LastLevel(int processor) => CacheSizes.Read(files, processor) is { Count: > 0 } caches ? caches.GetValueOrDefault("L3") : null;
    }

    /// <summary>Small cores of hybrid processors. A thread that was switched off is no mark.</summary>
    private static bool HaveOneThread(SystemFiles files, IReadOnlyList<int> fast, IReadOnlyList<int> slow) =>
        ProcessorList.Parse(files.Read("sys/devices/system/cpu/offline") ?? "").IsEmpty
        && fast.All(processor => CoreTopology.Siblings(files, processor).Length > 1)
        && slow.All(processor => CoreTopology.Siblings(files, processor).Length == 1);
}
