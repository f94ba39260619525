using GuidelineBench.Reporting.Charts;
using GuidelineBench.Reporting.Exports;
using GuidelineBench.Reporting.Exports.Html;
using GuidelineBench.Reporting.Hardware;
using GuidelineBench.Reporting.Histories;
using GuidelineBench.Reporting.Pages;
using GuidelineBench.Reporting.Tables;

namespace GuidelineBench.Reporting;

/// <summary>The report of one run, of the runs of one machine over time, or of several machines: a function of the result files alone.</summary>
public static class Report
{
    private const string Index = "index.html", Summary = "summary.md", Cells = "results.csv", History = "history.csv";

    /// <summary>Of more machines the page has no sections of each, which would be a page of many megabytes.</summary>
    internal const int MostWithSections = 8;

    /// <inheritdoc cref="Build(RunCollection)"/>
    /// <exception cref="ReportException">No file, or a file without cells.</exception>
    public static ImmutableArray<ReportDocument> Build(IReadOnlyList<NamedResultFile> files)
    {
        var runs = new RunCollection();
        foreach (NamedResultFile file in files)
            runs.Add(file);
        return Build(runs);
    }

    /// <returns>
    /// <c>index.html</c> and <c>summary.md</c>; <c>results.csv</c> and <c>charts/*.svg</c> of the runs that are shown whole;
    /// <c>history.csv</c>, and beside a page of several machines <c>history-N.html</c> of each that has several runs.
    /// </returns>
    /// <exception cref="ReportException">No run.</exception>
    public static ImmutableArray<ReportDocument> Build(RunCollection runs)
    {
        if (runs.Count == 0)
            throw new ReportException("No result file is given; a report needs one or more.");
        ImmutableArray<NewestRuns> newest = runs.Newest;
        if (runs.Count == 1)
            return OfRun(newest[0].Guidelines ?? newest[0].Networks!);
        ImmutableArray<HistoryReport> histories = HistoriesOf(runs, isAlone: newest.Length == 1);
        return newest.Length == 1 ? OfHistory(histories[0]) : OfMachines(newest, histories);
    }

    private static ImmutableArray<ReportDocument> OfRun(NamedResultFile file)
    {
        var machine = new MachineReport(file.File.Machine.Host, "", file);
        return
        [
            .. Both(MachinePage.Of(machine)),
            new ReportDocument(Cells, CellTable.Write([machine])),
            .. ChartRenderer.Files(machine.Sections),
        ];
    }

    private static ImmutableArray<ReportDocument> OfHistory(HistoryReport history) =>
    [
        .. Both(HistoryPage.Of(history)),
        new ReportDocument(History, HistoryTable.Write([history])),
    ];

    private static ImmutableArray<ReportDocument> OfMachines(ImmutableArray<NewestRuns> newest, ImmutableArray<HistoryReport> histories)
    {
        ImmutableArray<string> names = HardwareNames.Of([.. newest.Select(runs => runs.Key)]);
        ImmutableArray<HardwareMachine> machines =
        [
            .. newest.Select((runs, index) => HardwareMachine.Of(
                names[index], index, runs, histories.FirstOrDefault(history => history.History.Machine == runs.Key.Machine)?.Path)),
        ];
        Parallel.ForEach(machines, machine => machine.Judge());
        ReportDocument[] charts = machines.Length > MostWithSections ? [] : [.. machines.SelectMany(machine => machine.Reports).SelectMany(report => ChartRenderer.Files(report.Sections))];
        ReportDocument[] overTime = histories.IsEmpty ? [] : [new ReportDocument(History, HistoryTable.Write(histories))];
        return
        [
            .. Both(HardwarePage.Of(machines, histories)),
            new ReportDocument(Cells, CellTable.Write(machines.SelectMany(machine => machine.Reports))),
            .. histories.Select(history => new ReportDocument(history.Path, HtmlPage.Write(HistoryPage.Of(history)))),
            .. overTime,
            .. charts,
        ];
    }

    private static ImmutableArray<HistoryReport> HistoriesOf(RunCollection runs, bool isAlone)
    {
        ImmutableArray<MachineHistory> histories = runs.Histories;
        ImmutableArray<string> names = HardwareNames.Of([.. histories.Select(history => history.Machine)]);
        return
        [
            .. histories.Select((history, index) => new HistoryReport(
                names[index], isAlone ? Index : FormattableString.Invariant($"history-{index + 1}.html"), isAlone, history)),
        ];
    }

    private static ReportDocument[] Both(Document document) =>
        [new ReportDocument(Index, HtmlPage.Write(document)), new ReportDocument(Summary, Markdown.Write(document))];
}
