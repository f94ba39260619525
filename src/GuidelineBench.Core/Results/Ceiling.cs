using System.Collections.Immutable;

namespace GuidelineBench.Core.Results;

/// <summary>Limits of this machine measured in the same run, at one thread count.</summary>
/// <param name="Backend">Whose kernels showed it.</param>
/// <param name="FmaGflops">Fused multiply-add rate without memory, 2 per multiply-add, 10^9 per second.</param>
/// <param name="BandwidthGBs">By level (<c>L1</c>, <c>L2</c>, <c>L3</c>, <c>memory</c>), the better of copy and triad, 10^9 bytes per second.</param>
/// <param name="LaunchNs">Cost of starting one operator that does nothing, nanoseconds; null where it has no meaning.</param>
/// <param name="Device">Name of the device; null: the processor, or one of a file that does not say.</param>
public sealed record Ceiling(
    string Backend,
    int Threads,
    double FmaGflops,
    ImmutableSortedDictionary<string, double> BandwidthGBs,
    double? LaunchNs,
    string? Device = null)
{
    /// <summary>Of the kernels that a cell is of; else of the device that it ran on, whatever kernels showed its limits.</summary>
    /// <returns>Null where none was measured at that thread count.</returns>
    public static Ceiling? Of(IReadOnlyCollection<Ceiling> ceilings, string backend, string? device, int threads) =>
        ceilings.FirstOrDefault(ceiling => ceiling.Backend == backend && ceiling.Threads == threads)
        ?? ceilings.FirstOrDefault(ceiling => ceiling.Device == device && ceiling.Threads == threads);
}

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
