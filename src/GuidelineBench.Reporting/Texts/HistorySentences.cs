using GuidelineBench.Core.Statistics;
using GuidelineBench.Reporting.Histories;

namespace GuidelineBench.Reporting.Texts;

internal static class HistorySentences
{
    private const int MostRows = 6, MostBeside = 8, MostPlans = 2;

    /// <summary>Steps between more pairs of runs stand in the tables alone.</summary>
    public const int MostChanges = 12;

    /// <summary>E.g. <c>table1 1:12 x2</c>.</summary>
    public static string Row(HistoryReport report, CellHistory cell) => report.Names.Of(cell.Key);

    public static string Finding(HistoryReport report)
    {
        MachineHistory history = report.History;
        string rows = Numbers.Of(history.Cells.Length, "row");
        if (!history.CanChange)
            return $"Too few runs to claim a change: {Numbers.Of(MostRunsOf(history), "run")} of a row, {Numbers.Count(StepDetection.FewestRuns)} are needed ({Numbers.Count(StepDetection.ShortestSegment)} on each side). The first and the newest run stand beside each other in the tables; their difference can be noise.";
        int changed = history.Cells.Count(cell => !cell.Changes.IsEmpty);
        string found = changed == 0
            ? $"No row of {Numbers.Count(history.Cells.Length)} stepped to another level over {Numbers.Of(history.Runs.Length, "run")}."
            : $"{Numbers.Count(changed)} of {rows} stepped to another level, at {Numbers.Of(history.Changes.Length, "place")} in {Numbers.Of(history.Runs.Length, "run")}.";
        double[] visible = [.. history.Cells.Select(cell => cell.SmallestVisible).OfType<double>()];
        int blind = history.Cells.Length - visible.Length;
        return $"{found} In the middle row a step of {Numbers.Percent(100 * Medians.Median(visible))} halfway would have been seen, in the noisiest one of {Numbers.Percent(100 * visible.Max())}."
            + (blind > 0 ? $" {Numbers.Of(blind, "row")} {(blind == 1 ? "has" : "have")} too few runs to be judged." : "");
    }

    /// <summary>How changes are found, and what that misses.</summary>
    public static string Method { get; } =
        $"Steps are proposed by ED-PELT (Haynes, Fearnhead, Eckley 2017) on each row's time per multiply-add and kept only where the levels are {Numbers.Percent(100 * StepDetection.SmallestStep)} apart or more, " +
        $"have {Numbers.Count(StepDetection.ShortestSegment)} runs each, and lie further apart than noise, over all rows and runs, puts them in about one history of a hundred. " +
        "A change is therefore seen five runs late, and a slow drift is not a step. What differs beside a step need not be its cause.";

    /// <summary>Where and what: e.g. <c>3 rows slower between 2026-05-04 03:02 and 2026-05-05 03:02: table1 1:12 x2 +8.03 %</c>.</summary>
    public static string Of(HistoryReport report, ChangedRun change)
    {
        ImmutableArray<PastRun> runs = report.History.Runs;
        return $"Between {Numbers.Minute(runs[change.Before].StartedUtc)} and {Numbers.Minute(runs[change.After].StartedUtc)} UTC {Directions(change)}: " +
            Numbers.Few([.. change.Rows.Select(row => $"{Row(report, row.Cell)} {Numbers.Change(row.Change.TimeRatio)}{PeakOf(row.Change)}")], MostRows) + "." + Ceiling(change);
    }

    /// <summary>What differs between the two runs; says so when nothing does.</summary>
    public static string Beside(ChangedRun change)
    {
        string[] ofRuns = [.. change.Beside.Select(Difference)];
        string[] ofRows =
        [
            .. from row in change.Rows
               from difference in row.Beside
               group difference by difference.Kind into kind
               select $"{(kind.Key == DifferenceKind.Plan ? "another plan" : "other multiply-adds")} of {(kind.Count() == change.Rows.Length ? "each of these rows" : Numbers.Of(kind.Count(), "row"))}"
                   + (kind.Select(difference => (difference.Before, difference.After)).Distinct().Count() <= MostPlans ? $" ({string.Join("; ", kind.Select(FromTo).Distinct())})" : ""),
        ];
        string[] all = [.. ofRuns, .. ofRows];
        return all.Length == 0
            ? "Version, commit, runtime, system, pinning, plans and doubts are the same on both sides."
            : $"Beside it: {string.Join("; ", all.Take(MostBeside))}{(all.Length > MostBeside ? $"; and {Numbers.Count(all.Length - MostBeside)} more" : "")}.";
    }

    /// <summary>A row's steps for its line in a table; a dash where it has none.</summary>
    public static string Steps(HistoryReport report, CellHistory cell) => cell.Changes.IsEmpty
        ? Numbers.None
        : string.Join(", ", cell.Changes.Select(change => $"{Numbers.Change(change.TimeRatio)} at {Numbers.Day(report.History.Runs[change.After].StartedUtc)}"));

    public static string Alternative(string name, CellHistory cell) =>
        $"{name}: {Numbers.Of(cell.Count, "run")}, first {Numbers.WithUnit(Picoseconds(cell.First), "ps")}, newest {Numbers.WithUnit(Picoseconds(cell.Last), "ps")}, {(cell.Changes.IsEmpty ? "no step" : Numbers.Of(cell.Changes.Length, "step"))}";

    public static double Picoseconds(CellPoint point) => 1000 * point.NsPerMultiplyAdd;

    /// <summary>What is doubtful about the order of the runs; empty when nothing is.</summary>
    public static string Order(MachineHistory history)
    {
        int undated = history.Runs.Count(run => run.HasNoDate);
        int tied = history.Runs.Length - history.Runs.Select(run => run.StartedUtc).Distinct().Count();
        return Sentences.Joined(
            undated > 0 ? $"{Numbers.Of(undated, "run")} {(undated == 1 ? "has" : "have")} a date before 2020, from a clock that was not set, so that {(undated == 1 ? "its place" : "their places")} among the others is not known." : "",
            tied > 0 ? "Runs of the same date are in the order of their files' names." : "");
    }

    /// <summary>E.g. <c>commit abc → def</c>.</summary>
    private static string Difference(Difference difference) => difference.Kind switch
    {
        DifferenceKind.Version => $"version {FromTo(difference)}",
        DifferenceKind.Commit => $"commit {Short(difference.Before)} → {Short(difference.After)}",
        DifferenceKind.Runtime => FromTo(difference),
        DifferenceKind.System => FromTo(difference),
        DifferenceKind.Governor => $"governor {FromTo(difference)}",
        DifferenceKind.PinnedCores => $"pinned to {FromTo(difference)}",
        DifferenceKind.Flag => difference.After is { } appeared ? $"new doubt: {Unstopped(appeared)}" : $"no longer: {Unstopped(difference.Before!)}",
        DifferenceKind.Plan or DifferenceKind.MultiplyAdds => throw new ArgumentOutOfRangeException(nameof(difference)),
    };

    private static string FromTo(Difference difference) => $"{difference.Before ?? "none"} → {difference.After ?? "none"}";
    private static string Short(string? commit) => commit is null ? "unknown" : commit[..Math.Min(12, commit.Length)];
    private static string Unstopped(string sentence) => sentence.TrimEnd('.');

    private static string Directions(ChangedRun change)
    {
        int slower = change.Rows.Count(row => row.Change.TimeRatio > 1), faster = change.Rows.Length - slower;
        return (slower, faster) switch
        {
            (_, 0) => $"{Numbers.Of(slower, "row")} became slower",
            (0, _) => $"{Numbers.Of(faster, "row")} became faster",
            _ => $"{Numbers.Of(slower, "row")} became slower and {Numbers.Count(faster)} faster",
        };
    }

    private static string PeakOf(Change change) => change is { PercentBefore: { } before, PercentAfter: { } after }
        ? $" ({Numbers.Significant(before)} → {Numbers.Percent(after)} of the ceiling)"
        : "";

    private static string Ceiling(ChangedRun change)
    {
        int moved = change.Rows.Count(row => row.Change.CeilingMoved == true);
        return moved == 0 ? ""
            : moved == change.Rows.Length ? " The runs' own multiply-add ceilings stepped likewise: the machine changed, not the kernels."
            : $" Of {Numbers.Of(moved, "row")} the runs' own multiply-add ceilings stepped likewise.";
    }

    private static int MostRunsOf(MachineHistory history) => history.Cells.Select(cell => cell.Count).DefaultIfEmpty().Max();
}
