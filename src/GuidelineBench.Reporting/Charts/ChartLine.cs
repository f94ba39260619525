using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>A line through a chart of points.</summary>
/// <param name="Style"><see cref="Front"/> or <see cref="Guide"/>, the CSS class of the stroke.</param>
public sealed record ChartLine(string Style, ImmutableArray<(double X, double Y)> Corners)
{
    /// <summary>Through points of the chart.</summary>
    public const string Front = "front";

    /// <summary>To compare points with.</summary>
    public const string Guide = "guide";
}
