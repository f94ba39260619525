using System.Collections.Immutable;

namespace GuidelineBench.Analysis.Histories;

/// <summary>
/// All rows that stepped between the same two runs. Noise can move a row's step by a run or two, so steps that near belong
/// to the place where most rows stepped.
/// </summary>
/// <param name="Before">Index of the last run before.</param>
/// <param name="After">Index of the first run after.</param>
/// <param name="Beside">What differs between the two runs; differences of single rows stand with these.</param>
/// <param name="Rows">The largest step first.</param>
public sealed record ChangedRun(int Before, int After, ImmutableArray<Difference> Beside, ImmutableArray<ChangedRow> Rows)
{
    /// <summary>How far a row's step may lie from the place that it is counted to, in runs.</summary>
    private const int Nearness = 2;

    /// <returns>The newest first.</returns>
    internal static ImmutableArray<ChangedRun> Of(ImmutableArray<PastRun> runs, ImmutableArray<CellHistory> cells)
    {
        List<(CellHistory Cell, Change Change)> steps = [.. cells.SelectMany(cell => cell.Changes.Select(change => (cell, change)))];
        var found = new List<ChangedRun>();
        while (steps.Count > 0)
        {
            (int before, int after) = steps.GroupBy(step => (step.Change.Before, step.Change.After)).MaxBy(place => place.Count())!.Key;
            // A row that steps twice nearby steps once here and once elsewhere.
            (CellHistory Cell, Change Change)[] near =
            [
                .. steps.Where(step => Math.Abs(step.Change.After - after) <= Nearness)
                    .GroupBy(step => step.Cell)
                    .Select(own => own.MinBy(step => Math.Abs(step.Change.After - after))),
            ];
            steps.RemoveAll(step => near.Contains(step));
            found.Add(new ChangedRun(
                before,
                after,
                Differences.Of(runs[before], runs[after]),
                [
                    .. near.OrderByDescending(step => Math.Abs(Math.Log(step.Change.TimeRatio)))
                        .Select(step => new ChangedRow(step.Cell, step.Change, BesideOf(step.Cell, before, after))),
                ]));
        }

        return [.. found.OrderByDescending(place => place.After).ThenByDescending(place => place.Before)];
    }

    private static ImmutableArray<Difference> BesideOf(CellHistory cell, int before, int after)
    {
        CellPoint? last = cell.Points.Take(before + 1).LastOrDefault(point => point is not null);
        CellPoint? first = cell.Points.Skip(after).FirstOrDefault(point => point is not null);
        return last is null || first is null ? [] : Differences.Of(last, first);
    }
}

/// <summary>A row that stepped together with others.</summary>
/// <param name="Beside">What differs in the row itself between the two runs.</param>
public sealed record ChangedRow(CellHistory Cell, Change Change, ImmutableArray<Difference> Beside);
