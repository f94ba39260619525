using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Time of depth-first execution relative to layer by layer, row by row.</summary>
internal static class ExecutionChart
{
    /// <returns>Null when no cell has a ratio.</returns>
    public static BarChart? Of(string id, ExecutionComparison comparison) => BarChart.OfRatios(
        id,
        Sentences.Finding(comparison),
        "time, layer by layer = 1x",
        comparison.Cells.Where(cell => cell.TimeRatio is not null).OrderBy(cell => cell.Scale).GroupBy(cell => cell.Scale.Label(), (scale, cells) => (scale, cells)),
        Label,
        [(ChartSeries.MeasuredDepthFirst, cell => (cell.TimeRatio!.Median, cell.TimeRatio.Interval))],
        (cell, _, ratio) => $"{Label(cell)} at {cell.Scale.Label()}, depth first over layer by layer: {ratio}");

    private static string Label(ExecutionCell cell) => $"Table {Numbers.Plain(cell.Experiment.Table)}, {cell.Row.Label}";
}
