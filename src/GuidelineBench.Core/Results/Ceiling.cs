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
