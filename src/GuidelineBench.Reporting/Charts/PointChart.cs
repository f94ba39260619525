namespace GuidelineBench.Reporting.Charts;

/// <summary>Points in one plot or in several that stand side by side.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Note">What lines and sizes of marks say.</param>
public sealed record PointChart(
    string Id, string Title, ChartAxis Horizontal, ChartAxis Vertical, string Note, ImmutableArray<PointPanel> Panels) : IChart
{
    public bool HasMarks => true;

    /// <summary>Those that have points, in the order of their colours.</summary>
    public ImmutableArray<ChartSeries> Series =>
    [
        .. Panels.SelectMany(panel => panel.Points).Select(point => point.Series).Where(series => series != ChartSeries.FirstRows).Distinct()
            .OrderBy(series => series.Colour, StringComparer.Ordinal).ThenBy(series => series.Shape),
    ];
}

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

/// <param name="Label">Beside the point where there is room; empty for none.</param>
/// <param name="Size">Of the mark; 1 to 4.</param>
/// <param name="Text">The exact values for a reader who points at it.</param>
public sealed record ChartPoint(ChartSeries Series, double X, double Y, string Label, int Size, string Text);

/// <summary>A line through a chart of points.</summary>
/// <param name="Name">Written along the line where there is room; empty for none.</param>
public sealed record ChartLine(ChartLineStyle Style, ImmutableArray<(double X, double Y)> Corners, string Name = "")
{
    /// <summary>A function that only grows or only falls, as far as it lies among the points.</summary>
    /// <param name="inverse">Of <paramref name="function"/>.</param>
    /// <returns>Empty where all of it lies beside them.</returns>
    internal static ImmutableArray<ChartLine> Guide(IReadOnlyCollection<ChartPoint> points, Func<double, double> function, Func<double, double> inverse)
    {
        double[] ends = [inverse(points.Min(point => point.Y)), inverse(points.Max(point => point.Y))];
        (double from, double to) = (Math.Max(points.Min(point => point.X), ends.Min()), Math.Min(points.Max(point => point.X), ends.Max()));
        return from < to ? [new ChartLine(ChartLineStyle.Guide, [(from, function(from)), (to, function(to))])] : [];
    }
}

/// <summary>What a line of a chart says.</summary>
public enum ChartLineStyle
{
    /// <summary>Through points that no other point beats.</summary>
    Front,
    /// <summary>Dashed, to compare points with.</summary>
    Guide,
    /// <summary>Between points of one row.</summary>
    Link,
    /// <summary>A limit of the machine.</summary>
    Roof,
    /// <summary>The limit above all others.</summary>
    Peak,
}

/// <summary>A name beside one of the places that it belongs to.</summary>
public sealed record ChartLabel(string Text, ImmutableArray<(double X, double Y)> Places);

/// <summary>The ends of an axis.</summary>
public sealed record AxisRange(double Minimum, double Maximum);

/// <param name="Name">With its unit.</param>
/// <param name="Unit">Behind the numbers at the ticks; empty for none.</param>
public sealed record ChartAxis(string Name, bool Logarithmic, string Unit = "");
