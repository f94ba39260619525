namespace GuidelineBench.Reporting.Charts;

/// <summary>
/// A thing that a chart shows in one colour on the whole page: Okabe-Ito's order, a pattern for bars or a shape for
/// points besides.
/// </summary>
/// <param name="Name">In the legend.</param>
/// <param name="Colour">CSS class that sets the fill: c1 to c7.</param>
/// <param name="Pattern">Of a bar.</param>
/// <param name="Shape">Of a point.</param>
public sealed record ChartSeries(string Name, string Colour, BarPattern Pattern, MarkerShape Shape)
{
    public static ChartSeries Measured { get; } = new("measured here", "c1", BarPattern.Plain, MarkerShape.Circle);

    public static ChartSeries MeasuredFused { get; } = Measured with { Name = "measured here, fused" };

    public static ChartSeries MeasuredUnfused { get; } = Measured with { Name = "measured here, unfused", Pattern = BarPattern.Crossed };

    public static ChartSeries MeasuredDepthFirst { get; } = Measured with { Name = "measured here, depth first over layer by layer" };

    public static ChartSeries PaperPhone { get; } = new("paper, Snapdragon 810", "c2", BarPattern.Rising, MarkerShape.Circle);

    public static ChartSeries PaperGpu { get; } = new("paper, GTX 1080Ti", "c3", BarPattern.Dotted, MarkerShape.Circle);

    /// <summary>The series of Tables 1 to 4.</summary>
    public static ChartSeries OfTable(int table) => table switch
    {
        1 => new("Table 1", "c4", BarPattern.Plain, MarkerShape.Circle),
        2 => new("Table 2", "c5", BarPattern.Plain, MarkerShape.Square),
        3 => new("Table 3", "c6", BarPattern.Plain, MarkerShape.Triangle),
        4 => new("Table 4", "c7", BarPattern.Plain, MarkerShape.Diamond),
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };
}
