using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Rooflines;

/// <summary>A cell under the measured limits of its machine.</summary>
/// <param name="Ceiling">Of the cell's backend and thread count.</param>
/// <param name="Intensity">Arithmetic intensity: floating-point operations (2 per multiply-add) per byte that the plan reads and writes.</param>
/// <param name="Level">The level of memory whose bandwidth counts, as the ceiling names it: the nearest that holds what one operator touches.</param>
/// <param name="ComputeNs">Least time for the multiply-adds at the ceiling's rate, nanoseconds for the batch.</param>
/// <param name="MemoryNs">Least time for the bytes at the level's bandwidth, nanoseconds for the batch.</param>
/// <param name="LaunchNs">Cost of starting the operators, nanoseconds; 0 where the ceiling has none.</param>
/// <param name="MeasuredNs">Median of the rounds' medians, nanoseconds for the batch.</param>
public sealed record CellRoofline(
    CellResult Cell, Ceiling Ceiling, double Intensity, string Level, double ComputeNs, double MemoryNs, double LaunchNs, double MeasuredNs)
{
    /// <summary>A limit that allows less than half of the time taken explains little of it; declared before anything is measured.</summary>
    public const double NearPercent = 50;

    /// <summary>Arithmetic and traffic may overlap, starting an operator precedes both.</summary>
    public double AttainableNs => Math.Max(ComputeNs, MemoryNs) + LaunchNs;

    /// <summary>2 per multiply-add, 10^9 per second.</summary>
    public double AttainableGflops => Cell.PassOperations / AttainableNs;

    /// <summary>2 per multiply-add, 10^9 per second.</summary>
    public double MeasuredGflops => Cell.PassOperations / MeasuredNs;

    /// <summary>Attainable time in percent of the measured one; above 100 where data lay nearer than the level assumed.</summary>
    public double PercentOfAttainable => 100 * AttainableNs / MeasuredNs;

    /// <summary>The largest of the three least times, whether or not it is near.</summary>
    public Bound NearestLimit =>
        LaunchNs >= Math.Max(ComputeNs, MemoryNs) ? Bound.Launch
        : MemoryNs > ComputeNs ? Bound.Memory
        : Bound.Compute;

    /// <summary>What holds the cell up: the nearest limit where it is near, else unknown.</summary>
    public Bound Bound => PercentOfAttainable >= NearPercent ? NearestLimit : Bound.Unknown;
}
