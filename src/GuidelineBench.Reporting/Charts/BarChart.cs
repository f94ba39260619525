namespace GuidelineBench.Reporting.Charts;

/// <summary>Grouped horizontal bars from zero, one axis for all panels.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">The finding.</param>
/// <param name="AxisName">With its unit.</param>
public sealed record BarChart(
    string Id, string Title, string AxisName, ImmutableArray<ChartSeries> Series, ImmutableArray<BarPanel> Panels) : IChart
{
    public string Note => "";

    /// <summary>The largest value that is drawn, error bars included.</summary>
    public double Largest =>
        (from panel in Panels
         from @group in panel.Groups
         from bar in @group.Bars
         select Math.Max(bar.Value, bar.Interval?.Upper ?? 0)).DefaultIfEmpty(1).Max();
}

/// <summary>The groups of one scale; panels of a chart stand side by side, or one below the other on a phone.</summary>
public sealed record BarPanel(string Name, ImmutableArray<BarGroup> Groups);

/// <summary>The bars of one row of a table.</summary>
public sealed record BarGroup(string Label, ImmutableArray<Bar> Bars);

/// <param name="Text">The exact value for a reader who points at the bar.</param>
public sealed record Bar(ChartSeries Series, double Value, Interval? Interval, string Text);

/// <summary>What tells bars apart without colour.</summary>
public enum BarPattern
{
    Plain,
    Rising,
    Dotted,
    Crossed,
    Level,
}
