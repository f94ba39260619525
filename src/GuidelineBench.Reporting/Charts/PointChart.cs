using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Points in one plot or in several that stand side by side.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">The finding.</param>
/// <param name="Note">What lines and sizes of marks say.</param>
public sealed record PointChart(
    string Id, string Title, ChartAxis Horizontal, ChartAxis Vertical, string Note, ImmutableArray<PointPanel> Panels) : IChart
{
    /// <summary>Those that have points, in the order of their colours.</summary>
    public ImmutableArray<ChartSeries> Series =>
    [
        .. Panels.SelectMany(panel => panel.Points).Select(point => point.Series).Where(series => series != ChartSeries.FirstRows).Distinct()
            .OrderBy(series => series.Colour, StringComparer.Ordinal).ThenBy(series => series.Shape),
    ];
}
