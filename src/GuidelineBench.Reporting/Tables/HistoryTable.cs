using GuidelineBench.Reporting.Exports;
using GuidelineBench.Reporting.Histories;

namespace GuidelineBench.Reporting.Tables;

/// <summary>
/// <c>history.csv</c>: one line per row and run of every machine with several runs, the oldest run first; columns under
/// their names in the result file where they have one.
/// </summary>
internal static class HistoryTable
{
    private static readonly Columns<(string Machine, PastRun Run, CellKey Key, CellPoint Point)> Columns = new Columns<(string Machine, PastRun Run, CellKey Key, CellPoint Point)>()
        .Text("machine", line => line.Machine)
        .Text("startedUtc", line => line.Run.StartedUtc.ToString("O", CultureInfo.InvariantCulture))
        .Text("complete", line => line.Run.Complete ? "true" : "false")
        .Text("version", line => line.Run.Version)
        .Text("commit", line => line.Run.Commit)
        .Text("experiment", line => line.Key.Experiment)
        .Text("row", line => line.Key.Row)
        .Text("scale", line => line.Key.Scale)
        .Text("setting", line => line.Key.Setting)
        .Each(CellAxes.All, (columns, axis) => columns.Text(axis.Name, line => axis.Value(line.Key)))
        .Text("nsPerMultiplyAdd", line => line.Point.NsPerMultiplyAdd.ToString(CultureInfo.InvariantCulture))
        .Text("percentOfPeak", line => line.Point.PercentOfPeak?.ToString(CultureInfo.InvariantCulture));

    public static string Write(IEnumerable<HistoryReport> histories) => Csv.Write(
        Columns,
        from history in histories
        from run in history.History.Runs.Index()
        from cell in history.History.Cells
        let point = cell.Points[run.Index]
        where point is not null
        select (history.Name, run.Item, cell.Key, point));
}
