using System.Text;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Summaries;

/// <summary>A sustained run in Markdown.</summary>
internal static class SustainedTable
{
    public static void Append(StringBuilder text, MachineReport machine)
    {
        if (machine.Sustained is not { } sustained)
            return;
        text.Append("## ").Append(SustainedSentences.Heading).Append("\n\n").Append(MarkdownText.Escape(SustainedSentences.Finding(sustained))).Append("\n\n");
        MarkdownTable.Append(
            text,
            ["cell", "configuration", "first minute, ms", "last minute, ms", "last to first"],
            2,
            sustained.Cells.Select(cell => new[]
            {
                CellNames.Of(cell.Cell), CellNames.Of(Configuration.Of(cell.Cell)),
                SustainedSentences.Milliseconds(cell.Times.FirstNs), SustainedSentences.Milliseconds(cell.Times.LastNs), Numbers.Ratio(cell.Ratio),
            }));
    }
}
