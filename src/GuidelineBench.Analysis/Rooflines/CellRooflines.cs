using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Rooflines;

/// <summary>Places cells under the ceilings of their run, [Williams2009] with the cost of launches added.</summary>
public static class CellRooflines
{
    /// <returns>In the order of the file; cells without a time, a ceiling, bytes or launches are left out.</returns>
    public static ImmutableArray<CellRoofline> Of(ResultFile file) =>
        [.. file.Cells.Select(cell => Of(file, cell)).OfType<CellRoofline>()];

    /// <returns>Null where the file lacks the cell's time, bytes or launches, or a ceiling at its backend and thread count.</returns>
    public static CellRoofline? Of(ResultFile file, CellResult cell)
    {
        if (cell is not { MedianNs: > 0, MultiplyAdds: > 0, Bytes: > 0, Launches: > 0 } ||
            Ceiling.Of(file.Ceilings, cell.Backend, cell.Device, cell.Threads) is not { FmaGflops: > 0 } found ||
            LevelOf(file.Machine, cell, found) is not { } level)
            return null;
        return new CellRoofline(
            cell,
            found,
            cell.PassOperations / cell.Bytes.Value,
            level,
            cell.PassOperations / found.FmaGflops,
            cell.Bytes.Value / found.BandwidthGBs[level],
            cell.Launches.Value * (found.LaunchNs ?? 0),
            cell.MedianNs.Value);
    }

    /// <summary>
    /// The nearest measured level that holds what one operator touches: the bytes of the plan over its launches, as the
    /// layers of an experiment are alike. Caches of a device that is not the processor are not in the file, so its cells
    /// count with memory.
    /// </summary>
    private static string? LevelOf(MachineInfo machine, CellResult cell, Ceiling ceiling) => MemoryLevels.Holding(
        (double)cell.Bytes!.Value / cell.Launches!.Value / cell.Threads,
        cell.Device is null ? machine.CacheBytes : ImmutableSortedDictionary<string, long>.Empty,
        ceiling,
        cell.Threads);
}

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

/// <summary>Which measured limit of the machine is nearest to a cell.</summary>
public enum Bound
{
    /// <summary>The file lacks a ceiling, or no ceiling is near.</summary>
    Unknown,

    /// <summary>The multiply-add rate.</summary>
    Compute,

    /// <summary>The bandwidth of a cache or of memory.</summary>
    Memory,

    /// <summary>The cost of starting operators.</summary>
    Launch,
}
