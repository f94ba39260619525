using System.Collections.Immutable;

namespace GuidelineBench.Core.Results;

/// <summary>Limits of this machine measured in the same run, at one thread count.</summary>
/// <param name="FmaGflops">Fused multiply-add rate without memory, 2 per multiply-add, 10^9 per second.</param>
/// <param name="BandwidthGBs">By level (<c>L1</c>, <c>L2</c>, <c>L3</c>, <c>memory</c>), the better of copy and triad, 10^9 bytes per second.</param>
/// <param name="LaunchNs">Cost of starting one operator that does nothing, nanoseconds; null where it has no meaning.</param>
public sealed record Ceiling(
    string Backend,
    int Threads,
    double FmaGflops,
    ImmutableSortedDictionary<string, double> BandwidthGBs,
    double? LaunchNs);
