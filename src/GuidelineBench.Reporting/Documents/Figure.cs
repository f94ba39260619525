using System.Diagnostics.CodeAnalysis;
using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Documents;

/// <summary>A chart with its finding: the model alone, drawn by exporters.</summary>
/// <param name="Id">Unique on the page, and the name of the chart's file.</param>
/// <param name="Title">The finding.</param>
/// <param name="Chart">A model of <see cref="Charts"/>.</param>
public sealed record Figure(string Id, string Title, object Chart) : IBlock
{
    [return: NotNullIfNotNull(nameof(chart))]
    public static Figure? Of(BarChart? chart) => chart is null ? null : new(chart.Id, chart.Title, chart);

    [return: NotNullIfNotNull(nameof(chart))]
    public static Figure? Of(PointChart? chart) => chart is null ? null : new(chart.Id, chart.Title, chart);

    public static Figure Of(ScatterChart chart) => new(chart.Id, chart.Title, chart);

    public static Figure Of(RooflineChart chart) => new(chart.Id, chart.Title, chart);

    public static Figure Of(SplitChart chart) => new(chart.Id, chart.Title, chart);

    public static Figure Of(HeatMap map) => new(map.Id, map.Title, map);
}
