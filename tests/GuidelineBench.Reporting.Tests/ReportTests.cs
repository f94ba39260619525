using GuidelineBench.Reporting.Tests.Pages;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests;

public sealed class ReportTests
{
    [Fact]
    public void The_same_run_twice_is_refused() => AssertRefused("again.json", "results.json", SampleRun.Named, SampleRun.Named with { Name = "again.json" });

    [Fact]
    public void A_file_without_cells_is_refused() =>
        AssertRefused("empty.json", "no cells", new NamedResultFile("empty.json", SampleRun.File() with { Cells = [] }));

    [Fact]
    public void No_file_is_refused() => AssertRefused("No result file", "one or more");

    [Fact]
    public void Two_runs_of_one_host_are_told_apart()
    {
        string page = ReportPages.Content(
            Report.Build([SampleRun.Named, new NamedResultFile("later.json", SampleRun.File(seed: 43))]), "index.html");

        Assert.Contains("bench-7950 (1)", page);
        Assert.Contains("bench-7950 (2)", page);
    }

    private static void AssertRefused(string what, string why, params NamedResultFile[] files)
    {
        string message = Assert.Throws<ReportException>(() => Report.Build(files)).Message;
        Assert.Contains(what, message);
        Assert.Contains(why, message);
        Assert.DoesNotContain('\n', message);
    }
}
