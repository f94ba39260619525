using GuidelineBench.Reporting.Charts;
using GuidelineBench.Reporting.Histories;

namespace GuidelineBench.Reporting.Sections;

internal static class HistorySections
{
    private static readonly ImmutableArray<Func<HistoryReport, IEnumerable<Section>>> All = [report => [Changes(report, "changes", "What changed")], Rows, Runs];

    public static ImmutableArray<Section> Of(HistoryReport report) => [.. All.SelectMany(sections => sections(report))];

    public static Section Changes(HistoryReport report, string id, string heading)
    {
        ImmutableArray<ChangedRun> changes = report.History.Changes;
        int others = changes.Length - HistorySentences.MostChanges;
        return new Section(
            id,
            heading,
            new Paragraph($"{HistorySentences.Finding(report)} {HistorySentences.Order(report.History)}".TrimEnd()),
            new BulletList(
                [.. changes.Take(HistorySentences.MostChanges).Select(change => Text.Of([HistorySentences.Of(report, change), Phrase.Break, Phrase.Quiet(HistorySentences.Beside(change))]))],
                ListKind.News),
            others > 0 ? new Paragraph($"Steps at {Numbers.Of(others, "earlier place")} are in the tables alone.") : null,
            Paragraph.Key(HistorySentences.Method));
    }

    private static IEnumerable<Section> Rows(HistoryReport report) => report.Sections.Select((section, index) =>
    {
        string table = section.Experiment is { } experiment ? $"Table {Numbers.Plain(experiment.Table)}" : "Networks and other rows";
        int changed = section.Cells.Count(cell => !cell.Changes.IsEmpty);
        return new Section(
            FormattableString.Invariant($"rows-{index + 1}"),
            section.Experiment is null ? table : $"{table}: {section.Experiment.Title}",
            new Paragraph(
                $"{(changed == 0 ? "No row stepped." : $"{Numbers.Of(changed, "row")} of {Numbers.Count(section.Cells.Length)} stepped, marked with a dot.")} Times are per multiply-add. " +
                "The line is the runs at equal distances, oldest to the left, around the row's median (dashed); bars are levels between steps. " +
                "Noise is the spread from run to run inside the levels; percentages of the ceiling are of the same run's own multiply-add rate."),
            new Columns<CellHistory>()
                .Name("row", cell => (cell.Changes.IsEmpty ? "" : "● ") + Label(section, cell))
                .Add(ColumnKind.Picture, "time per multiply-add, slower is up", cell => new Cell("", Chart: new RowOverTime(Label(section, cell), cell)))
                .Number("picture spans", cell => "±" + Numbers.Percent(100 * HistoryLine.Span(cell)))
                .Number("first, ps", cell => Numbers.Significant(HistorySentences.Picoseconds(cell.First)))
                .Strong("newest, ps", cell => Numbers.Significant(HistorySentences.Picoseconds(cell.Last)))
                .Number("change", cell => Numbers.Change(cell.Last.NsPerMultiplyAdd / cell.First.NsPerMultiplyAdd))
                .Number("of ceiling, first", cell => Numbers.Percent(cell.First.PercentOfPeak))
                .Number("newest", cell => Numbers.Percent(cell.Last.PercentOfPeak))
                .Number("noise", cell => Numbers.Percent(100 * cell.Noise))
                .Number("runs", cell => Numbers.Count(cell.Count))
                .Prose("steps", cell => HistorySentences.Steps(report, cell))
                .Table($"{table} over time", section.Cells))
        { Tag = section.Configuration.Words };
    });

    private static IEnumerable<Section> Runs(HistoryReport report)
    {
        yield return new Section(
            "runs",
            "Runs",
            new Paragraph(["The oldest first. Each run has a page of its own: ", Phrase.Code("report FILE"), " makes it."]),
            new Columns<PastRun>()
                .Name("started, UTC", run => Numbers.Minute(run.StartedUtc))
                .Text("version", run => run.Version)
                .Text("commit", run => run.Commit is { } commit ? commit[..Math.Min(12, commit.Length)] : Numbers.None)
                .Text("runtime", run => run.Runtime)
                .Number("rounds", run => Numbers.Count(run.Rounds) + (run.Complete ? "" : ", not complete"))
                .Number("doubts", run => Numbers.Count(run.Flags.Length))
                .Prose("file", run => run.Source)
                .Table("Runs", report.History.Runs, TableShape.Long));
    }

    private static string Label(HistorySection section, CellHistory cell) => section.Experiment is null
        ? CellNaming.Among([cell.Key]).Of(cell.Key with { Variant = CellAxes.Fused, Execution = null })
        : $"{cell.Key.Row} {cell.Key.Scale}";
}
