using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Stacked horizontal bars, each of 100 percent.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">The finding.</param>
/// <param name="AxisName">With its unit.</param>
/// <param name="Series">The parts, in the order in which bars stack them.</param>
public sealed record SplitChart(
    string Id, string Title, string AxisName, ImmutableArray<ChartSeries> Series, ImmutableArray<SplitPanel> Panels) : IChart
{
    public string Note => "";
}
