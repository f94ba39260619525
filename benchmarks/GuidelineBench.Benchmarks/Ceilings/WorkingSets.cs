using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Ceilings;

/// <summary>Chooses working sets from the sizes of the caches.</summary>
internal static class WorkingSets
{
    /// <summary>Small enough for the first-level cache of any processor that .NET runs on.</summary>
    private const long SmallestL1 = 32 << 10;

    /// <summary>A working set that leaves the caches where none larger is known.</summary>
    private const long SmallestMemory = 256L << 20;

    /// <summary>A smaller cache is streamed through in less time than a launch takes.</summary>
    private const long SmallestDeviceCache = 1 << 20;

    /// <summary>How far beyond the last cache memory begins: a quarter of the lines could still be found there.</summary>
    private const int MemoryPerLastCache = 4;

    /// <param name="cacheBytes">By level (<c>L1d</c>, <c>L2</c>, <c>L3</c>) as one core sees them.</param>
    /// <param name="availableBytes">Memory that may be used.</param>
    /// <returns>Half of each cache, so that code and stack fit beside it, and several times the last one for memory. A level that cannot be told from its neighbours is left out.</returns>
    public static ImmutableArray<WorkingSet> For(IReadOnlyDictionary<string, long> cacheBytes, int threads, long availableBytes)
    {
        var sets = ImmutableArray.CreateBuilder<WorkingSet>();
        long l1 = cacheBytes.GetValueOrDefault("L1d", SmallestL1);
        sets.Add(new WorkingSet("L1", Rounded(l1 / 2)));
        long inner = l1;
        foreach ((string level, double own) in MemoryLevels.Of(cacheBytes, threads).Where(level => level.Level != "L1"))
        {
            if (own / 2 >= 2 * inner)
                sets.Add(new WorkingSet(level, Rounded((long)own / 2)));
            inner = cacheBytes[level];
        }

        long last = MemoryLevels.Caches.Skip(1).Select(level => cacheBytes.GetValueOrDefault(level.Cache)).LastOrDefault(bytes => bytes > 0);
        long memory = Math.Min(Math.Max(MemoryPerLastCache * last, SmallestMemory), availableBytes / 4);
        if (memory >= 2 * last)
            sets.Add(new WorkingSet(MemoryLevels.Memory, Rounded(memory / threads)));
        return sets.ToImmutable();
    }

    /// <param name="cacheBytes">The last cache of the device; null where unknown.</param>
    /// <param name="availableBytes">Memory of the device that may be used.</param>
    /// <returns>The last cache and memory; caches of single multiprocessors are not told apart.</returns>
    public static ImmutableArray<WorkingSet> ForDevice(long? cacheBytes, long availableBytes)
    {
        var sets = ImmutableArray.CreateBuilder<WorkingSet>();
        if (cacheBytes is >= SmallestDeviceCache)
            sets.Add(new WorkingSet("L2", Rounded(cacheBytes.Value / 2)));
        long memory = Math.Min(Math.Max(MemoryPerLastCache * (cacheBytes ?? 0), SmallestMemory), availableBytes / 4);
        if (memory >= 2 * (cacheBytes ?? 1))
            sets.Add(new WorkingSet(MemoryLevels.Memory, Rounded(memory)));
        return sets.ToImmutable();
    }

    /// <summary>To a multiple of what two and three arrays of whole cache lines take.</summary>
    private static long Rounded(long bytes) => Math.Max(1, bytes / 768) * 768;
}

/// <summary>How much memory each thread streams through to see one level.</summary>
/// <param name="Level"><c>L1</c>, <c>L2</c>, <c>L3</c> or <c>memory</c>.</param>
internal sealed record WorkingSet(string Level, long BytesPerThread);
