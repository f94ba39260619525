using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Tests.Pages;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests;

public sealed class ReportTests
{
    [Fact]
    public void The_same_run_twice_is_the_report_of_one() => Assert.Equal(
        Report.Build([SampleRun.Named]).AsEnumerable(),
        Report.Build([SampleRun.Named, SampleRun.Named with { Name = "again.json" }]));

    [Fact]
    public void Of_a_run_in_two_files_the_one_with_more_rounds_counts()
    {
        NamedResultFile unfinished = new("unfinished.json", SampleRun.File(rounds: 7, complete: false));
        var runs = new RunCollection();
        runs.Add(unfinished);
        runs.Add(SampleRun.Named);
        runs.Add(unfinished with { Name = "copy.json" });

        Assert.Equal(1, runs.Count);
        Assert.Equal(["unfinished.json", "copy.json"], runs.Repeated);
        Assert.Equal(Report.Build([SampleRun.Named]).AsEnumerable(), Report.Build(runs));
    }

    [Fact]
    public void A_file_without_cells_is_refused() =>
        AssertRefused("empty.json", "no cells", new NamedResultFile("empty.json", SampleRun.File() with { Cells = [] }));

    [Fact]
    public void No_file_is_refused() => AssertRefused("No result file", "one or more");

    [Fact]
    public void Runs_of_one_machine_are_a_history() => Assert.Equal(
        ["history.csv", "index.html", "summary.md"],
        Report.Build(SampleHistory.Files(3)).Select(document => document.RelativePath).Order(StringComparer.Ordinal));

    [Fact]
    public void Runs_of_several_machines_are_a_hardware_page_with_a_history_of_each_that_has_several_runs()
    {
        string[] paths = [.. Report.Build([.. SampleHistory.Files(3), ReportPages.Two[1]]).Select(document => document.RelativePath)];

        Assert.Superset(new HashSet<string> { "index.html", "summary.md", "results.csv", "history.csv", "history-1.html", "charts/m1-table1.svg", "charts/m2-table1.svg" }, paths.ToHashSet());
        Assert.DoesNotContain("history-2.html", paths);
    }

    [Fact]
    public void The_newest_complete_run_of_a_machine_is_shown()
    {
        ResultFile file = SampleRun.File();
        string page = ReportPages.Content(
            Report.Build(
            [
                new("old.json", file),
                new("new.json", file with { StartedUtc = file.StartedUtc.AddDays(2) }),
                new("middle.json", file with { StartedUtc = file.StartedUtc.AddDays(1) }),
                new("unfinished.json", file with { StartedUtc = file.StartedUtc.AddDays(3), Complete = false }),
                ReportPages.Two[1],
            ]),
            "index.html");

        Assert.Contains("Source: new.json", page);
        Assert.DoesNotContain("Source: old.json", page);
        Assert.DoesNotContain("Source: unfinished.json", page);
    }

    [Fact]
    public void Networks_and_guidelines_of_a_machine_can_come_from_two_runs()
    {
        ResultFile networks = SampleNetworks.File(groups: ["alexnet"]) with { Machine = SampleRun.File().Machine };
        var page = ReportPages.Parse(ReportPages.Content(
            Report.Build([SampleRun.Named, new("networks.json", networks with { StartedUtc = networks.StartedUtc.AddDays(1) }), ReportPages.Two[1], ReportPages.TwoOfNetworks[1]]), "index.html"));

        Assert.Equal(2, page.QuerySelectorAll("#comparison thead .judged").Length);
        Assert.Equal(2, page.QuerySelectorAll("#network-comparison thead th:not(.name)").Length / 2);
        Assert.Equal(4, page.QuerySelectorAll("article.machine").Length);
    }

    [Fact]
    public void Kernels_of_another_backend_on_a_machine_are_a_column_of_their_own()
    {
        ResultFile file = SampleRun.File();
        ResultFile other = file with { Seed = 43, Cells = [.. file.Cells.Select(cell => cell with { Backend = "onednn_raw", Device = "GPU 7" })] };
        var page = ReportPages.Of(SampleRun.Named, new NamedResultFile("other.json", other));

        Assert.Equal(["bench-7950, simd", "bench-7950, onednn_raw on GPU 7"], page.QuerySelectorAll("#comparison thead .judged").Select(head => head.TextContent));
    }

    [Fact]
    public void Machines_of_one_host_and_backend_are_numbered()
    {
        ResultFile file = SampleRun.File();
        var page = ReportPages.Of(SampleRun.Named, new NamedResultFile("narrow.json", file with { Machine = file.Machine with { Isa = "AVX2 (256 bit)" } }));

        Assert.Equal(["bench-7950 (1)", "bench-7950 (2)"], page.QuerySelectorAll("#comparison thead .judged").Select(head => head.TextContent));
    }

    [Fact]
    public void Of_many_machines_the_page_has_a_line_each_and_no_sections()
    {
        ResultFile file = SampleRun.File(rounds: 5);
        var runs = new RunCollection();
        for (int i = 0; i < 60; i++)
            runs.Add(new NamedResultFile($"{i}.json", file with { Machine = file.Machine with { Host = $"host-{i}" } }));
        var documents = Report.Build(runs);
        var page = ReportPages.Parse(ReportPages.Content(documents, "index.html"));

        Assert.Equal(["index.html", "summary.md", "results.csv"], documents.Select(document => document.RelativePath));
        // Two lines are the paper's devices.
        Assert.Equal(62, page.QuerySelectorAll("#comparison tbody tr").Length);
        Assert.Equal(62, page.QuerySelectorAll("#contrasts tbody tr").Length);
        Assert.Equal(60, page.QuerySelectorAll("#machines tbody tr").Length);
        Assert.Empty(page.QuerySelectorAll("article.machine"));
        // No table is as wide as there are machines.
        Assert.All(page.QuerySelectorAll("tr"), line => Assert.InRange(line.ChildElementCount, 1, 59));
        Assert.All(
            ReportPages.Content(documents, "summary.md").Split('\n').Where(line => line.StartsWith('|')),
            line => Assert.InRange(line.Count(c => c == '|'), 2, 59));
    }

    [Fact]
    public void Of_many_machines_networks_have_a_line_for_each_machine()
    {
        ResultFile file = SampleNetworks.File(groups: ["alexnet"]);
        var documents = Report.Build(ReportPages.Many(file));
        var page = ReportPages.Parse(ReportPages.Content(documents, "index.html"));

        string[] lines = [.. page.QuerySelectorAll("#network-comparison tbody th").Select(name => name.TextContent)];
        Assert.Equal(Enumerable.Range(0, 9).Select(i => $"host-{i}"), lines);
        int networks = file.Cells.Where(cell => cell.MedianNs is not null).Select(cell => cell.Row).Distinct().Count();
        Assert.Equal(1 + networks, page.QuerySelector("#network-comparison thead tr")!.ChildElementCount);
        Assert.Contains("| host-8 | ", ReportPages.Content(documents, "summary.md"));
    }

    /// <summary>Operators are shown in sections alone; without them hundreds of machines need little memory.</summary>
    [Fact]
    public void Of_many_machines_operators_change_nothing()
    {
        NamedResultFile sample = new("sample.json", SampleNetworks.File(groups: ["alexnet"]));
        Assert.Contains(sample.File.Cells, cell => cell.Operators is { IsEmpty: false });
        NamedResultFile[] machines =
        [
            .. Enumerable.Range(0, 12).Select(i => sample with
            {
                Name = $"{i}.json",
                File = sample.File with { Machine = sample.File.Machine with { Host = $"host-{i}" } },
            }),
        ];

        Assert.Equal(Report.Build([.. machines.Select(machine => machine.WithoutOperators())]), Report.Build(machines));
    }

    [Fact]
    public void Hundreds_of_runs_are_one_history()
    {
        ResultFile file = SampleRun.File(rounds: 1);
        var runs = new RunCollection();
        for (int i = 0; i < 300; i++)
            runs.Add(new NamedResultFile($"{i}.json", file with { StartedUtc = file.StartedUtc.AddDays(i) }));
        var page = ReportPages.Parse(ReportPages.Content(Report.Build(runs), "index.html"));

        Assert.Equal(300, page.QuerySelectorAll("#runs tbody tr").Length);
        Assert.Equal(63, page.QuerySelectorAll("svg.chart").Length);
        Assert.Contains("No row of 63 stepped", page.QuerySelector("#changes")!.TextContent);
    }

    private static void AssertRefused(string what, string why, params NamedResultFile[] files)
    {
        string message = Assert.Throws<ReportException>(() => Report.Build(files)).Message;
        Assert.Contains(what, message);
        Assert.Contains(why, message);
        Assert.DoesNotContain('\n', message);
    }
}
