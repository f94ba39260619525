using System.Collections.Immutable;
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

/// <summary>What the gate can see in one row of a calibrated baseline when later runs are as noisy as its own.</summary>
/// <param name="Spread">Deviation between runs beside the other rows, as a ratio: 1.02 for 2 %; null where a run lacks the row, as all.</param>
/// <param name="VisibleInOneRun">The smallest slowdown that one new run shows, as a ratio.</param>
/// <param name="VisibleInThreeRuns">The same of three new runs.</param>
public sealed record RowEnvelope(CellResult Cell, double? Spread, double? VisibleInOneRun, double? VisibleInThreeRuns)
{
    /// <returns>One for each cell.</returns>
    public static ImmutableArray<RowEnvelope> Of(ResultFile calibrated, GateTerms terms)
    {
        RunTimes[] runs = [RunTimes.Of(calibrated), .. calibrated.Noise.Select(run => RunTimes.Of(calibrated, run))];
        ILookup<DeviceRows, CellKey> groups = calibrated.Cells.Select(CellKey.Of)
            .Where(key => runs.All(run => run.Times.ContainsKey(key)))
            .ToLookup(DeviceRows.Of);
        int judgements = groups.Sum(group => group.Count() + 1);
        var found = new Dictionary<CellKey, (double Spread, double One, double Three)>();
        foreach (IGrouping<DeviceRows, CellKey> group in groups)
        {
            CellKey[] rows = [.. group];
            double[] spreads = RowSpreads.BetweenRuns([RunComparison.BesideTheOthers(group.Key, rows, runs)]);
            double disturbance = RunComparison.Disturbance(runs[0], rows);
            int rounds = rows.Min(row => RunComparison.RoundsOf(runs[0].Times[row]));
            for (int row = 0; row < rows.Length; row++)
                found.Add(rows[row], (Math.Exp(spreads[row]), Visible(spreads[row], 1, rounds, disturbance), Visible(spreads[row], 3, rounds, disturbance)));
        }

        return [.. calibrated.Cells.Select(cell => found.TryGetValue(CellKey.Of(cell), out var row)
            ? new RowEnvelope(cell, row.Spread, row.One, row.Three)
            : new RowEnvelope(cell, null, null, null))];

        double Visible(double spread, int newRuns, int rounds, double disturbance) => ChangeJudgement.Of(
            0,
            spread * Math.Sqrt(RowSpreads.Share(runs.Length, newRuns)),
            RowSpreads.Tails(runs.Length + newRuns - 2, newRuns),
            judgements,
            terms,
            RunComparison.LeastRowAlarm(newRuns, rounds, disturbance)).Change.SmallestVisible;
    }
}
