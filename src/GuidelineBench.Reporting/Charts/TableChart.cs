using GuidelineBench.Analysis.Engines;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Chart A: a table's time per multiply-add relative to its first row, measured and in the paper.</summary>
internal static class TableChart
{
    /// <returns>Null when no cell has a ratio.</returns>
    public static BarChart? Of(
        string id, ExperimentEffects effects, ExperimentEffects? unfused, IEnumerable<(EngineFinding Finding, ExperimentEffects Effects)> engines)
    {
        ChartSeries measured = unfused is null ? ChartSeries.Measured : ChartSeries.MeasuredFused;
        (ChartSeries, Func<CellEffect, (double, Interval?)?>)[] shown =
        [
            (measured with { Name = measured.Name + ExecutionNames.Suffix(effects.Configuration) }, cell => Value(cell.RelativeToFirst)),
            (ChartSeries.MeasuredUnfused, cell => Value(unfused?.Cells.FirstOrDefault(other => other.Row == cell.Row && other.Scale == cell.Scale)?.RelativeToFirst)),
            .. engines.Select((engine, index) => (
                ChartSeries.OfEngine(EngineSentences.Of(engine.Finding), index),
                (Func<CellEffect, (double, Interval?)?>)(cell => Value(engine.Effects.Cells.FirstOrDefault(other => other.Row == cell.Row && other.Scale == cell.Scale)?.RelativeToFirst)))),
            (ChartSeries.PaperPhone, cell => Value(cell.Paper.Cpu)),
            (ChartSeries.PaperGpu, cell => Value(cell.Paper.Gpu)),
        ];
        return BarChart.OfRatios(
            id,
            Sentences.Finding(effects),
            "time per multiply-add, first row = 1x",
            effects.Cells.Where(cell => cell.RelativeToFirst is not null).GroupBy(cell => cell.Scale.Label(), (scale, cells) => (scale, cells)),
            cell => cell.Row.Label,
            [.. shown.Where(part => unfused is not null || part.Item1 != ChartSeries.MeasuredUnfused)],
            (cell, series, ratio) => $"{cell.Row.Label} at {cell.Scale.Label()}, {series.Name}: {ratio}");
    }

    private static (double, Interval?)? Value(RatioEstimate? estimate) => estimate is null ? null : (estimate.Median, estimate.Interval);
    private static (double, Interval?)? Value(PaperRatio? ratio) => ratio is null ? null : (ratio.TimeRatio, null);
}

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
