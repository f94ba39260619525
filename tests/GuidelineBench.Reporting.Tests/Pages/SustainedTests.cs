using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests.Pages;

/// <summary>A run that went on for ten minutes, on a board with two kinds of cores and pauses.</summary>
public sealed class SustainedTests
{
    private static readonly NamedResultFile Sustained = new("results.json", SampleRun.File() with
    {
        Sustained = new SustainedRun(612, 60, 4, 5),
        Machine = SampleRun.File().Machine with
        {
            CoreClasses = [new CoreClassInfo("big", "Arm Cortex-A76", 4, [4, 5, 6, 7]), new CoreClassInfo("little", null, 2, [])],
        },
        Conditions = SampleRun.File().Conditions with { CooldownSeconds = 30 },
        Cells = [.. SampleRun.File().Cells.Select((cell, index) => index < 2 ? cell with { Sustained = new SustainedTimes(2e6, 2.5e6 + 2e5 * index) } : cell)],
    });

    [Fact]
    public void The_page_compares_the_first_minute_with_the_last()
    {
        IHtmlDocument page = ReportPages.Of(Sustained);
        IElement section = page.QuerySelector("#sustained")!;

        Assert.Equal(2, section.QuerySelectorAll("tbody tr").Length);
        // 2 ms become 2.5 and 2.7: ratios 1.25 and 1.35, 1.30 in the middle.
        Assert.Contains("10.2 minutes", section.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.30x its time in the first (4 rounds)", section.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2.00", "2.70", "1.35x"], section.QuerySelectorAll("tbody tr:nth-child(2) td:not(.text)").Select(cell => cell.TextContent));
    }

    [Fact]
    public void The_summary_does_so_too_and_names_kinds_and_pauses()
    {
        string summary = ReportPages.Content(Report.Build([Sustained]), "summary.md");

        Assert.Contains("## Does the speed last?", summary, StringComparison.Ordinal);
        Assert.Contains("4 big (Arm Cortex-A76), 2 little", summary, StringComparison.Ordinal);
        Assert.Contains("Pause between rounds", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_other_run_has_no_such_section() => Assert.Null(ReportPages.Of(SampleRun.Named).QuerySelector("#sustained"));
}
