using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>A line through a chart of points.</summary>
/// <param name="Name">Written along the line where there is room; empty for none.</param>
public sealed record ChartLine(ChartLineStyle Style, ImmutableArray<(double X, double Y)> Corners, string Name = "");
