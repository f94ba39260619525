using System.Text;
using GuidelineBench.Analysis.Histories;
using GuidelineBench.Reporting.Histories;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Summaries;

/// <summary><c>summary.md</c> of one machine's runs: what changed in a line each, then each row's first and newest run.</summary>
internal static class HistorySummary
{
    public static string Write(HistoryReport report)
    {
        var text = new StringBuilder();
        // Two spaces at the end keep the lines apart in rendered Markdown.
        text.Append(MarkdownText.Escape(HistorySentences.Finding(report))).Append("  \n");
        foreach (ChangedRun change in report.History.Changes.Take(HistorySentences.MostChanges))
            text.Append(MarkdownText.Escape(HistorySentences.Of(report, change))).Append("  \n");
        text.Append("\n# GuidelineBench: ").Append(MarkdownText.Escape(report.Name)).Append(" over time\n\n");
        MarkdownTable.Append(text, ["fact", "value"], 2, HistoryFacts.Of(report.History).Select(fact => new[] { fact.Name, fact.Value }));
        AppendChanges(text, report, "## What changed: ");
        foreach (HistorySection section in report.Sections)
            AppendSection(text, report, section);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <param name="head">Before the machine's name.</param>
    public static void AppendChanges(StringBuilder text, HistoryReport report, string head)
    {
        text.Append(head).Append(MarkdownText.Escape(report.Name)).Append("\n\n")
            .Append(MarkdownText.Escape($"{HistorySentences.Finding(report)} {HistorySentences.Order(report.History)}".TrimEnd())).Append("\n\n");
        foreach (ChangedRun change in report.History.Changes.Take(HistorySentences.MostChanges))
            text.Append("- ").Append(MarkdownText.Escape($"{HistorySentences.Of(report, change)} {HistorySentences.Beside(change)}")).Append('\n');
        if (report.History.Changes.Length > HistorySentences.MostChanges)
            text.Append("- ").Append(Numbers.Count(report.History.Changes.Length - HistorySentences.MostChanges)).Append(" earlier\n");
        text.Append(report.History.Changes.IsEmpty ? "" : "\n");
    }

    private static void AppendSection(StringBuilder text, HistoryReport report, HistorySection section)
    {
        text.Append("## ").Append(section.Experiment is { } experiment ? $"Table {Numbers.Plain(experiment.Table)}: {experiment.Title}" : "Networks and other rows").Append("\n\n")
            .Append(MarkdownText.Escape(CellNames.Of(section.Configuration))).Append(". Times are per multiply-add.\n\n");
        MarkdownTable.Append(
            text,
            ["row", "steps", "first", "newest", "change", "of ceiling, first", "newest", "noise", "runs"],
            2,
            section.Cells.Select(cell => new[]
            {
                HistorySentences.Row(report, cell),
                HistorySentences.Steps(report, cell),
                Numbers.WithUnit(HistorySentences.Picoseconds(cell.First), "ps"),
                Numbers.WithUnit(HistorySentences.Picoseconds(cell.Last), "ps"),
                Numbers.Change(cell.Last.NsPerMultiplyAdd / cell.First.NsPerMultiplyAdd),
                Numbers.Percent(cell.First.PercentOfPeak),
                Numbers.Percent(cell.Last.PercentOfPeak),
                Numbers.Percent(100 * cell.Noise),
                Numbers.Count(cell.Count),
            }));
    }
}
