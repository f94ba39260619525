using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Rooflines;

/// <summary>Places cells under the ceilings of their run, [Williams2009] with the cost of launches added.</summary>
public static class CellRooflines
{
    /// <summary>The level of last resort, as ceilings name it.</summary>
    public const string Memory = "memory";

    /// <summary>Levels as ceilings name them, and the cache of the machine that bounds them, from the nearest on.</summary>
    private static readonly ImmutableArray<(string Level, string Cache)> Caches = [("L1", "L1d"), ("L2", "L2"), ("L3", "L3")];

    /// <returns>In the order of the file; cells without a time, a ceiling, bytes or launches are left out.</returns>
    public static ImmutableArray<CellRoofline> Of(ResultFile file) =>
        [.. file.Cells.Select(cell => Of(file, cell)).OfType<CellRoofline>()];

    /// <returns>Null where the file lacks the cell's time, bytes or launches, or a ceiling at its backend and thread count.</returns>
    public static CellRoofline? Of(ResultFile file, CellResult cell)
    {
        if (cell is not { MedianNs: > 0, MultiplyAdds: > 0, Bytes: > 0, Launches: > 0 } ||
            file.Ceilings.FirstOrDefault(ceiling => ceiling.Backend == cell.Backend && ceiling.Threads == cell.Threads) is not { FmaGflops: > 0 } found ||
            LevelOf(file.Machine, cell, found) is not { } level)
            return null;
        double operations = 2.0 * cell.MultiplyAdds * cell.Batch;
        return new CellRoofline(
            cell,
            found,
            operations / cell.Bytes.Value,
            level,
            operations / found.FmaGflops,
            cell.Bytes.Value / found.BandwidthGBs[level],
            cell.Launches.Value * (found.LaunchNs ?? 0),
            cell.MedianNs.Value);
    }

    /// <summary>
    /// The nearest measured level that holds what one operator touches: the bytes of the plan over its launches, as the
    /// layers of an experiment are alike. Caches of a device that is not the processor are not in the file, so its cells
    /// count with memory.
    /// </summary>
    private static string? LevelOf(MachineInfo machine, CellResult cell, Ceiling ceiling)
    {
        double threadBytes = (double)cell.Bytes!.Value / cell.Launches!.Value / cell.Threads;
        (string Level, string Cache)[] known = cell.Device is null ? [.. Caches.Where(level => machine.CacheBytes.ContainsKey(level.Cache))] : [];
        foreach ((string level, string cache) in known)
        {
            // The last cache is shared by the cores, those before it are a core's own.
            bool shared = cache != "L1d" && cache == known[^1].Cache;
            if (ceiling.BandwidthGBs.ContainsKey(level) && threadBytes <= machine.CacheBytes[cache] / (double)(shared ? cell.Threads : 1))
                return level;
        }

        return ceiling.BandwidthGBs.ContainsKey(Memory) ? Memory : null;
    }
}
