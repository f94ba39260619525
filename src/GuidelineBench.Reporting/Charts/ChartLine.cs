using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>A line through a chart of points.</summary>
/// <param name="Style">CSS class of the stroke.</param>
public sealed record ChartLine(string Style, ImmutableArray<(double X, double Y)> Corners);
