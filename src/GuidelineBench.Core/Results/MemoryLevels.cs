using System.Collections.Immutable;

namespace GuidelineBench.Core.Results;

/// <summary>The levels of a processor's memory, from the nearest on: how ceilings call them, and which cache of the machine bounds them.</summary>
public static class MemoryLevels
{
    /// <summary>The level of last resort.</summary>
    public const string Memory = "memory";

    public static ImmutableArray<(string Level, string Cache)> Caches { get; } = [("L1", "L1d"), ("L2", "L2"), ("L3", "L3")];

    /// <param name="cacheBytes">By cache as one core sees them.</param>
    /// <returns>Of each level that the machine has, what is a thread's own, bytes: the last cache is shared by the cores, those before it are a core's own.</returns>
    public static ImmutableArray<(string Level, double OwnBytes)> Of(IReadOnlyDictionary<string, long> cacheBytes, int threads)
    {
        (string Level, string Cache)[] known = [.. Caches.Where(level => cacheBytes.ContainsKey(level.Cache))];
        return [.. known.Select((level, index) => (level.Level, cacheBytes[level.Cache] / (double)(level.Level != "L1" && index == known.Length - 1 ? threads : 1)))];
    }

    /// <param name="threadBytes">What a thread touches.</param>
    /// <param name="cacheBytes">As in <see cref="Of"/>; empty for a device whose caches are not known.</param>
    /// <returns>The nearest level with a measured bandwidth that holds it; null where not even memory was measured.</returns>
    public static string? Holding(double threadBytes, IReadOnlyDictionary<string, long> cacheBytes, Ceiling ceiling, int threads) =>
        Of(cacheBytes, threads)
            .Where(level => ceiling.BandwidthGBs.ContainsKey(level.Level) && threadBytes <= level.OwnBytes)
            .Select(level => level.Level)
            .Append(ceiling.BandwidthGBs.ContainsKey(Memory) ? Memory : null)
            .First();
}
