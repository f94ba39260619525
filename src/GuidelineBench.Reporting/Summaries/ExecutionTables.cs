using System.Text;
using GuidelineBench.Analysis.Comparisons;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Summaries;

/// <summary>Both executions side by side in Markdown.</summary>
internal static class ExecutionTables
{
    /// <summary>Nothing for a run of one execution.</summary>
    public static void Append(StringBuilder text, MachineReport machine)
    {
        if (machine.ExecutionComparisons.IsEmpty)
            return;
        text.Append("## Layer by layer or depth first\n\n").Append(Sentences.DepthFirst).Append(' ').Append(Sentences.RunsOfLayers).Append("\n\n");
        foreach (ExecutionComparison comparison in machine.ExecutionComparisons)
        {
            if (machine.ExecutionComparisons.Length > 1)
                text.Append(MarkdownText.Escape(CellNames.Of(comparison.Configuration))).Append(":\n\n");
            AppendContrasts(text, comparison);
            AppendCells(text, comparison);
        }
    }

    private static void AppendContrasts(StringBuilder text, ExecutionComparison comparison)
    {
        if (comparison.Contrasts.IsEmpty)
            return;
        MarkdownTable.Append(
            text,
            ["guideline", "contrast", "scale", ExecutionNames.Layer, ExecutionNames.DepthFirst, "its effect"],
            3,
            comparison.Contrasts.Select(contrast => new[]
            {
                contrast.Guideline.Id,
                Sentences.Of(contrast.Contrast),
                contrast.Scale.Label(),
                Numbers.Estimate(contrast.Layer),
                Numbers.Estimate(contrast.DepthFirst),
                ExecutionNames.Of(contrast.Finding),
            }));
    }

    private static void AppendCells(StringBuilder text, ExecutionComparison comparison) => MarkdownTable.Append(
        text,
        [
            "table", "row", "scale", "images/s layer by layer", "images/s depth first", "of peak layer by layer", "of peak depth first",
            "time depth first to layer by layer",
        ],
        3,
        comparison.Cells.Select(cell => new[]
        {
            Numbers.Plain(cell.Experiment.Table),
            cell.Row.Label,
            cell.Scale.Label(),
            Numbers.Significant(cell.Layer.ImagesPerSecond),
            Numbers.Significant(cell.DepthFirst.ImagesPerSecond),
            Numbers.Percent(cell.Layer.PercentOfPeak),
            Numbers.Percent(cell.DepthFirst.PercentOfPeak),
            Numbers.Estimate(cell.TimeRatio),
        }));
}
