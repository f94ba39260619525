using System.Collections.Immutable;

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
