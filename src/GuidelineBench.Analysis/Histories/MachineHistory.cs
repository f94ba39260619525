using System.Collections.Immutable;
using GuidelineBench.Analysis.Hardware;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Histories;

/// <summary>The runs of one machine in the order of their dates, and each row over them.</summary>
/// <param name="Cells">Rows in the order of the newest run, then those that only earlier runs have.</param>
public sealed record MachineHistory(MachineIdentity Machine, ImmutableArray<PastRun> Runs, ImmutableArray<CellHistory> Cells)
{
    /// <summary>Whether there are runs enough to claim a step of any row.</summary>
    public bool CanChange => Cells.Any(cell => cell.Count >= StepDetection.FewestRuns);

    /// <summary>Steps by the runs between which they lie, the newest first.</summary>
    public ImmutableArray<ChangedRun> Changes { get; } = ChangedRun.Of(Runs, Cells);

    /// <param name="runs">One or more of one machine, in any order; runs of one date are put in the order of their files' names.</param>
    public static MachineHistory Of(IReadOnlyCollection<RunDigest> runs)
    {
        RunDigest[] ordered = [.. runs.OrderBy(run => run.Facts.StartedUtc).ThenBy(run => run.Facts.Source, StringComparer.Ordinal)];
        var points = new Dictionary<CellKey, CellPoint?[]>();
        var keys = new List<CellKey>();
        for (int run = ordered.Length - 1; run >= 0; run--)
            foreach ((CellKey key, CellPoint point) in ordered[run].Cells)
            {
                if (!points.TryGetValue(key, out CellPoint?[]? ofKey))
                {
                    points.Add(key, ofKey = new CellPoint?[ordered.Length]);
                    keys.Add(key);
                }

                ofKey[run] ??= point;
            }

        return new MachineHistory(
            ordered[0].Machine,
            [.. ordered.Select(run => run.Facts)],
            [.. keys.Select(key => CellHistory.Of(key, [.. points[key]], keys.Count))]);
    }
}
