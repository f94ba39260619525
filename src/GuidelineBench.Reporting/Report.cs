using System.Collections.Immutable;
using GuidelineBench.Reporting.Charts;
using GuidelineBench.Reporting.Pages;
using GuidelineBench.Reporting.Summaries;
using GuidelineBench.Reporting.Tables;

namespace GuidelineBench.Reporting;

/// <summary>The report of one run, or of several side by side: a function of the result files alone.</summary>
public static class Report
{
    /// <returns><c>index.html</c>, <c>summary.md</c>, <c>results.csv</c> and <c>charts/*.svg</c>.</returns>
    /// <exception cref="ReportException">No file, a file without cells, or two files with the same run.</exception>
    public static ImmutableArray<ReportDocument> Build(IReadOnlyList<NamedResultFile> files)
    {
        RefuseUnusable(files);
        ImmutableArray<MachineReport> machines = files.Count == 1
            ? [MachineReport.Of(files[0].File.Machine.Host, "", files[0])]
            : [.. MachineNames.Of(files).Select((name, index) => MachineReport.Of(name, FormattableString.Invariant($"m{index + 1}-"), files[index]))];
        return
        [
            new ReportDocument("index.html", machines.Length == 1
                ? PageRenderer.Render<MachinePage>(new() { [nameof(MachinePage.Machine)] = machines[0] })
                : PageRenderer.Render<ComparisonPage>(new() { [nameof(ComparisonPage.Machines)] = machines })),
            new ReportDocument("summary.md", machines.Length == 1
                ? MachineSummary.Write(machines[0])
                : ComparisonSummary.Write(machines)),
            new ReportDocument("results.csv", CellTable.Write(machines)),
            .. machines.SelectMany(ChartFiles.Of),
        ];
    }

    private static void RefuseUnusable(IReadOnlyList<NamedResultFile> files)
    {
        if (files.Count == 0)
            throw new ReportException("No result file is given; a report needs one or more.");
        foreach (NamedResultFile file in files)
            if (file.File.Cells.IsDefaultOrEmpty)
                throw new ReportException($"{file.Name}: the result file holds no cells; a report needs one or more.");
        for (int i = 0; i < files.Count; i++)
            for (int j = 0; j < i; j++)
                if (Run(files[i]) == Run(files[j]))
                    throw new ReportException($"{files[i].Name}: holds the same run as {files[j].Name}; each run is allowed once.");
    }

    private static (string Host, DateTimeOffset StartedUtc, int Seed) Run(NamedResultFile file) =>
        (file.File.Machine.Host, file.File.StartedUtc, file.File.Seed);
}
