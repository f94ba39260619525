using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Time of depth-first execution relative to layer by layer, row by row.</summary>
internal static class ExecutionChart
{
    /// <returns>Null when no cell has a ratio.</returns>
    public static BarChart? Of(string id, ExecutionComparison comparison)
    {
        ImmutableArray<BarPanel> panels =
        [
            .. from cell in comparison.Cells
               where cell.TimeRatio is not null
               group cell by cell.Scale into scale
               orderby scale.Key
               select new BarPanel(scale.Key.Label(), [.. scale.Select(cell => new BarGroup(Label(cell), [Bar(cell)]))]),
        ];
        return panels.IsEmpty
            ? null
            : new BarChart(id, Sentences.Finding(comparison), "time, layer by layer = 1x", [ChartSeries.MeasuredDepthFirst], panels);
    }

    private static string Label(ExecutionCell cell) => $"Table {Numbers.Plain(cell.Experiment.Table)}, {cell.Row.Label}";

    private static Bar Bar(ExecutionCell cell) => new(
        ChartSeries.MeasuredDepthFirst,
        cell.TimeRatio!.Median,
        cell.TimeRatio.Interval,
        $"{Label(cell)} at {cell.Scale.Label()}, depth first over layer by layer: {Numbers.Estimate(cell.TimeRatio)}");
}
