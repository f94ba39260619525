using GuidelineBench.Reporting.Histories;

namespace GuidelineBench.Reporting.Tables;

/// <summary><c>history.csv</c>: one line per row and run of every machine with several runs, the oldest run first.</summary>
internal static class HistoryTable
{
    public static string Write(IEnumerable<HistoryReport> histories) => CsvText.Write<HistoryTableLine, HistoryColumns>(
        from history in histories
        from run in history.History.Runs.Index()
        from cell in history.History.Cells
        let point = cell.Points[run.Index]
        where point is not null
        select new HistoryTableLine(history.Name, run.Item, cell.Key, point));
}
