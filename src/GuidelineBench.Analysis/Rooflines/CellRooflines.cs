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
