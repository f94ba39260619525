using System.Text.RegularExpressions;
using GuidelineBench.Reporting.Tests.Pages;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests.Summaries;

public sealed partial class SummaryTests
{
    [Fact]
    public void The_first_lines_are_the_guidelines()
    {
        string[] lines = ReportPages.Content(Report.Build([SampleRun.Named]), "summary.md").Split('\n');

        // Shares of the peak that the sample was made of: 0.95 / 0.88, 0.95 / 0.79 twice, 0.78 / 0.71; the clock moves by 300 of 4500 MHz.
        Assert.Equal(["G1 holds 1.08x", "G2 holds 1.20x", "G3 holds 1.20x", "G4 holds 1.10x"], lines.Take(4).Select(line => line[..14]));
        Assert.All(lines.Take(4), line => Assert.Matches(@"^G[1-4] holds [0-9.]+x \[[0-9.]+, [0-9.]+\] compute-bound: time per multiply-add of \S+ against \S+ at x1, x2, x4; the paper's phone [0-9.]+x, its GPU [0-9.]+x  $", line));
        Assert.StartsWith("Trust B: the clock moved by ", lines[4]);
        Assert.Empty(lines[5]);
    }

    [Fact]
    public void A_run_of_too_few_rounds_cannot_tell_and_says_why()
    {
        string[] lines = ReportPages.Content(Report.Build([new NamedResultFile("results.json", SampleRun.File(rounds: 1))]), "summary.md").Split('\n');

        Assert.All(lines.Take(4), line => Assert.Matches(@"^G[1-4] cannot tell [0-9.]+x compute-bound: .*; the run has too few rounds  $", line));
        Assert.StartsWith("Trust D: 1 round only", lines[4]);
    }

    [Fact]
    public void A_guideline_without_cells_says_so()
    {
        NamedResultFile file = new("results.json", SampleRun.File() with { Cells = [.. SampleRun.File().Cells.Take(12)] });

        Assert.Equal("G2 cannot tell: the contrast of Table 2 was not measured in this run", ReportPages.Content(Report.Build([file]), "summary.md").Split('\n')[1].TrimEnd());
    }

    [Fact]
    public void Both_executions_have_a_section_and_each_table_is_there_once()
    {
        string[] heads = [.. ReportPages.Content(Report.Build([SampleRun.Both]), "summary.md").Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))];

        Assert.Equal(
            ["## Table 1", "## Table 2", "## Table 3", "## Table 4", "## Layer b"],
            heads.Take(5).Select(head => head[..10]));
        Assert.Single(heads, head => head.StartsWith("## Layer by layer or depth first", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_depth_first_alone_says_so_in_its_first_lines() => Assert.All(
        ReportPages.Content(Report.Build([ReportPages.DepthFirst]), "summary.md").Split('\n').Take(4),
        line => Assert.Contains(" at x1, x2, x4, depth first; ", line));

    [Fact]
    public void The_best_networks_of_each_level_have_a_line()
    {
        string[] lines = [.. ReportPages.Content(Report.Build([SampleNetworks.Named]), "summary.md").Split('\n').SkipWhile(line => line != "## Fig. 1 on this machine: Which network?").Skip(4).Take(4)];

        Assert.Equal(["- 40M:", "- 140M:", "- 300M:", "- 500M:"], lines.Select(line => line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)]));
        Assert.All(lines, line => Assert.Matches(@"fastest is .+\u00A0images/s at .+ error.*\.$", line));
        Assert.DoesNotContain("Which network?", ReportPages.Content(Report.Build([SampleRun.Named]), "summary.md"));
    }

    [Fact]
    public void Rows_of_tables_have_as_many_cells_as_their_heads_whatever_files_hold()
    {
        foreach (NamedResultFile[] files in (NamedResultFile[][])[[SampleRun.Named], [SampleRun.Both], [ReportPages.Hostile], ReportPages.Two, [SampleNetworks.Named], ReportPages.TwoOfNetworks, [.. SampleHistory.Files(12)], ReportPages.HostileHistory, ReportPages.HostileMachine])
        {
            string summary = ReportPages.Content(Report.Build(files), "summary.md");
            Assert.DoesNotContain(summary.Split('\n'), line => UnescapedMarkup().IsMatch(line));
            int? columns = null;
            foreach (string line in summary.Split('\n'))
            {
                if (!line.StartsWith('|'))
                {
                    columns = null;
                    continue;
                }

                int bars = UnescapedBar().Count(line);
                Assert.Equal(columns ??= bars, bars);
            }
        }
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex UnescapedBar();

    [GeneratedRegex(@"(?<!\\)<")]
    private static partial Regex UnescapedMarkup();
}
