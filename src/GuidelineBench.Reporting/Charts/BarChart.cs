namespace GuidelineBench.Reporting.Charts;

/// <summary>Groups of horizontal bars from zero on one axis for all panels, one below the other or stacked to 100 percent.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="AxisName">With its unit.</param>
/// <param name="Series">In the order in which a group has them.</param>
public sealed record BarChart(
    string Id, string Title, string AxisName, ImmutableArray<ChartSeries> Series, ImmutableArray<BarPanel> Panels, bool IsStacked = false) : IChart
{
    /// <summary>The largest value that is drawn, error bars included.</summary>
    public double Largest => Bars.Select(bar => Math.Max(bar.Value, bar.Interval?.Upper ?? 0)).DefaultIfEmpty(1).Max();

    public IEnumerable<Bar> Bars => Panels.SelectMany(panel => panel.Groups).SelectMany(group => group.Bars);

    /// <summary>Ratios of rows side by side: a group of bars for each row.</summary>
    /// <param name="panels">Rows under the name of their panel.</param>
    /// <param name="shown">Series with the value of each.</param>
    /// <param name="words">A bar's exact value for a reader who points at it, by row, series and number.</param>
    /// <returns>Null without rows.</returns>
    internal static BarChart? OfRatios<TRow>(
        string id, string title, string axisName, IEnumerable<(string Name, IEnumerable<TRow> Rows)> panels, Func<TRow, string> label,
        IReadOnlyList<(ChartSeries Series, Func<TRow, (double Value, Interval? Interval)?> Value)> shown, Func<TRow, ChartSeries, string, string> words)
    {
        ImmutableArray<BarPanel> all = [.. panels.Select(panel => new BarPanel(panel.Name, [.. panel.Rows.Select(row => new BarGroup(label(row), [.. BarsOf(row)]))]))];
        return all.IsEmpty ? null : new BarChart(id, title, axisName, [.. shown.Select(part => part.Series)], all);

        IEnumerable<Bar> BarsOf(TRow row) =>
            from part in shown
            let known = part.Value(row)
            where known is not null
            let number = Numbers.Ratio(known.Value.Value) + (known.Value.Interval is { } interval ? " " + Numbers.Interval(interval) : "")
            select new Bar(part.Series, known.Value.Value, known.Value.Interval, words(row, part.Series, number));
    }
}

/// <summary>Groups under one name; panels of a chart stand side by side, or one below the other on a phone.</summary>
public sealed record BarPanel(string Name, ImmutableArray<BarGroup> Groups);

/// <summary>The bars of one row of a table, or the parts of one whole.</summary>
/// <param name="Note">At the other end of the label's line; empty for none.</param>
public sealed record BarGroup(string Label, ImmutableArray<Bar> Bars, string Note = "");

/// <param name="Value">A ratio; in a stack percent of the whole, 0 to 100.</param>
/// <param name="Text">The exact value for a reader who points at the bar.</param>
public sealed record Bar(ChartSeries Series, double Value, Interval? Interval, string Text);
