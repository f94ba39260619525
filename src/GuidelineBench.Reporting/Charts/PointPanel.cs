using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>One plot with axes of its own.</summary>
/// <param name="Name">Above the plot; empty for a chart of one.</param>
/// <param name="Points">One or more.</param>
/// <param name="Lines">Drawn under the points; no reason to make an axis longer.</param>
public sealed record PointPanel(string Name, ImmutableArray<ChartPoint> Points, ImmutableArray<ChartLine> Lines)
{
    /// <summary>In the order in which they take their room.</summary>
    public ImmutableArray<ChartLabel> Labels { get; init; } =
        [.. Points.Where(point => point.Label.Length > 0).Select(point => new ChartLabel(point.Label, [(point.X, point.Y)]))];

    /// <summary>Null where the points decide.</summary>
    public (AxisRange Across, AxisRange Up)? Ranges { get; init; }
}
