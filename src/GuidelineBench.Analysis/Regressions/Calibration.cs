using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Regressions;

/// <summary>Learns from runs of the same program how far times differ when nothing has changed.</summary>
public static class Calibration
{
    /// <returns>The baseline with the runs in place of an earlier calibration.</returns>
    public static ResultFile Of(ResultFile baseline, IReadOnlyList<ResultFile> runs) => baseline with { Noise = [.. runs.Select(run => Of(baseline, run))] };

    private static NoiseRun Of(ResultFile baseline, ResultFile run)
    {
        var times = RunTimes.Of(run);
        return new NoiseRun(
            run.StartedUtc,
            [.. baseline.Ceilings.Select(ceiling => Ceiling.Of(times.Ceilings, ceiling.Backend, ceiling.Device, ceiling.Threads)?.FmaGflops)],
            [.. baseline.Cells.Select(cell => times.Times.TryGetValue(CellKey.Of(cell), out FloorTime time) ? time.Ns : (double?)null)]);
    }
}
