using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Chart A: a table's time per multiply-add relative to its first row, measured and in the paper.</summary>
internal static class TableChart
{
    /// <returns>Null when no cell has a ratio.</returns>
    public static BarChart? Of(string id, ExperimentEffects effects, ExperimentEffects? unfused)
    {
        ChartSeries measured = unfused is null ? ChartSeries.Measured : ChartSeries.MeasuredFused;
        ChartSeries own = measured with { Name = measured.Name + ExecutionNames.Suffix(effects.Configuration) };
        ImmutableArray<BarPanel> panels =
        [
            .. from cell in effects.Cells
               where cell.RelativeToFirst is not null
               group cell by cell.Scale into scale
               select new BarPanel(scale.Key.Label(), [.. scale.Select(cell => new BarGroup(cell.Row.Label, Bars(cell, own, unfused)))]),
        ];
        return panels.IsEmpty
            ? null
            : new BarChart(
                id,
                Sentences.Finding(effects),
                "time per multiply-add, first row = 1x",
                unfused is null
                    ? [own, ChartSeries.PaperPhone, ChartSeries.PaperGpu]
                    : [own, ChartSeries.MeasuredUnfused, ChartSeries.PaperPhone, ChartSeries.PaperGpu],
                panels);
    }

    private static ImmutableArray<Bar> Bars(CellEffect cell, ChartSeries own, ExperimentEffects? unfused)
    {
        ImmutableArray<Bar>.Builder bars = ImmutableArray.CreateBuilder<Bar>();
        AddMeasured(own, cell.RelativeToFirst);
        AddMeasured(
            ChartSeries.MeasuredUnfused,
            unfused?.Cells.FirstOrDefault(other => other.Row == cell.Row && other.Scale == cell.Scale)?.RelativeToFirst);
        AddPaper(ChartSeries.PaperPhone, cell.Paper.Cpu);
        AddPaper(ChartSeries.PaperGpu, cell.Paper.Gpu);
        return bars.ToImmutable();

        void AddMeasured(ChartSeries series, RatioEstimate? estimate)
        {
            if (estimate is not null)
                bars.Add(new Bar(series, estimate.Median, estimate.Interval, Text(series, Numbers.Estimate(estimate))));
        }

        void AddPaper(ChartSeries series, PaperRatio? ratio)
        {
            if (ratio is not null)
                bars.Add(new Bar(series, ratio.TimeRatio, null, Text(series, Numbers.Ratio(ratio.TimeRatio))));
        }

        string Text(ChartSeries series, string value) => $"{cell.Row.Label} at {cell.Scale.Label()}, {series.Name}: {value}";
    }
}
