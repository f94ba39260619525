using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>One plot with axes of its own.</summary>
/// <param name="Name">Above the plot; empty for a chart of one.</param>
/// <param name="Points">One or more.</param>
/// <param name="Lines">Drawn under the points; no reason to make an axis longer.</param>
public sealed record PointPanel(string Name, ImmutableArray<ChartPoint> Points, ImmutableArray<ChartLine> Lines);
