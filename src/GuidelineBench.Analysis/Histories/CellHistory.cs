using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Analysis.Histories;

/// <summary>One row over the runs of a machine.</summary>
/// <param name="Points">By run; null where the run has no time for it.</param>
/// <param name="Noise">Spread from run to run inside the levels, in parts of the time; null with too few runs to judge.</param>
/// <param name="SmallestVisible">The least step that would have been claimed, in parts of the time; null with too few runs.</param>
public sealed record CellHistory(
    CellKey Key, ImmutableArray<CellPoint?> Points, ImmutableArray<Change> Changes, double? Noise, double? SmallestVisible)
{
    public CellPoint First => Points.First(point => point is not null)!;

    public CellPoint Last => Points.Last(point => point is not null)!;

    /// <summary>Runs that have the row.</summary>
    public int Count => Points.Count(point => point is not null);

    /// <param name="rows">Rows of the whole history.</param>
    internal static CellHistory Of(CellKey key, ImmutableArray<CellPoint?> points, int rows)
    {
        (int Run, CellPoint Point)[] measured = [.. points.Index().Where(entry => entry.Item is not null).Select(entry => (entry.Index, entry.Item!))];
        StepFindings steps = StepDetection.Of([.. measured.Select(entry => entry.Point.NsPerMultiplyAdd)], rows);
        int[] borders = [0, .. steps.Places, measured.Length];
        return new CellHistory(
            key, points, [.. steps.Places.Select((_, step) => ChangeAt(step))], steps.Noise, steps.SmallestVisible);

        Change ChangeAt(int step)
        {
            ArraySegment<(int Run, CellPoint Point)> before = measured[borders[step]..borders[step + 1]], after = measured[borders[step + 1]..borders[step + 2]];
            return new Change(
                before[^1].Run,
                after[0].Run,
                Median(after.Select(entry => entry.Point.NsPerMultiplyAdd)) / Median(before.Select(entry => entry.Point.NsPerMultiplyAdd)),
                PercentOf(before),
                PercentOf(after));
        }
    }

    private static double? PercentOf(IEnumerable<(int Run, CellPoint Point)> level)
    {
        double[] known = [.. level.Select(entry => entry.Point.PercentOfPeak).OfType<double>()];
        return known.Length == 0 ? null : Medians.Median(known);
    }

    private static double Median(IEnumerable<double> values) => Medians.Median([.. values]);
}

/// <summary>A row's step to another level.</summary>
/// <param name="Before">Index of the last run before the step that has the row.</param>
/// <param name="After">Index of the first run after it that has the row.</param>
/// <param name="TimeRatio">Median time per multiply-add of the level after over that of the level before; above 1 is slower.</param>
/// <param name="PercentBefore">Median percent of the runs' own multiply-add ceilings before; null where a level has none.</param>
/// <param name="PercentAfter">The same after.</param>
public sealed record Change(int Before, int After, double TimeRatio, double? PercentBefore, double? PercentAfter)
{
    /// <summary>The part of a step that must be left in percent of the ceiling for it to be the row's own.</summary>
    private const double OwnPart = 1.0 / 3;

    /// <summary>
    /// Whether the runs' own ceilings stepped with the row, so that the machine got slower or faster and not the row; null
    /// where there are no ceilings.
    /// </summary>
    public bool? CeilingMoved => PercentBefore is { } before && PercentAfter is { } after
        ? Math.Log(before / after) * Math.Sign(Math.Log(TimeRatio)) < OwnPart * Math.Abs(Math.Log(TimeRatio))
        : null;
}
