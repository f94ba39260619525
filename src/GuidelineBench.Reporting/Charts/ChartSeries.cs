using GuidelineBench.Core.Layers;

namespace GuidelineBench.Reporting.Charts;

/// <summary>A thing that a chart shows in one colour on the whole page: Okabe-Ito's order, a pattern for bars or a shape for points besides.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="Colour">c1 to c7, the CSS class of the fill; <see cref="Hollow"/> for none.</param>
/// <param name="Pattern">Of a bar.</param>
/// <param name="Shape">Of a point.</param>
public sealed record ChartSeries(string Name, string Colour, BarPattern Pattern, MarkerShape Shape)
{
    /// <summary>A mark that is an outline only.</summary>
    public const string Hollow = "hollow";

    public static ChartSeries Measured { get; } = new("measured here", "c1", BarPattern.Plain, MarkerShape.Circle);
    public static ChartSeries MeasuredFused { get; } = Measured with { Name = "measured here, fused" };
    public static ChartSeries MeasuredUnfused { get; } = Measured with { Name = "measured here, unfused", Pattern = BarPattern.Crossed };
    public static ChartSeries MeasuredDepthFirst { get; } = Measured with { Name = "measured here, depth first over layer by layer" };
    public static ChartSeries PaperPhone { get; } = new("paper, Snapdragon 810", "c2", BarPattern.Rising, MarkerShape.Circle);
    public static ChartSeries PaperGpu { get; } = new("paper, GTX 1080Ti", "c3", BarPattern.Dotted, MarkerShape.Circle);

    /// <summary>An engine measured beside our kernels.</summary>
    /// <param name="index">Among the engines of the run.</param>
    public static ChartSeries OfEngine(string name, int index) => new("measured here, " + name, Tables[index % Tables.Length].Colour, BarPattern.Level, MarkerShape.Square);

    /// <summary>Where the first row of every table lies; named in the plot and not in a legend.</summary>
    public static ChartSeries FirstRows { get; } = new("first rows", Hollow, BarPattern.Plain, MarkerShape.Circle);

    private static (string Colour, MarkerShape Shape)[] Tables { get; } =
        [("c4", MarkerShape.Circle), ("c5", MarkerShape.Square), ("c6", MarkerShape.Triangle), ("c7", MarkerShape.Diamond)];

    /// <summary>The series of a controlled experiment; those after Table 4 take colours again, with other shapes.</summary>
    /// <param name="table">1 or more.</param>
    public static ChartSeries OfTable(int table)
    {
        (int again, int place) = Math.DivRem(table - 1, Tables.Length);
        return new(
            FormattableString.Invariant($"Table {table}"), Tables[place].Colour, BarPattern.Plain, Tables[(place + again) % Tables.Length].Shape);
    }
}

/// <summary>What tells points apart without colour.</summary>
public enum MarkerShape
{
    Circle,
    Square,
    Triangle,
    Diamond,
    TriangleDown,
    Hexagon,
    Cross,
}

/// <summary>What tells bars apart without colour.</summary>
public enum BarPattern
{
    Plain,
    Rising,
    Dotted,
    Crossed,
    Level,
}

internal static class NetworkSeries
{
    private static readonly ImmutableArray<ChartSeries> Families =
    [
        new("ShuffleNet v2", "c1", BarPattern.Plain, MarkerShape.Circle),
        new("ShuffleNet v1", "c2", BarPattern.Plain, MarkerShape.Square),
        new("MobileNet v2", "c3", BarPattern.Plain, MarkerShape.Triangle),
        new("MobileNet v1", "c4", BarPattern.Plain, MarkerShape.Diamond),
        new("Xception", "c5", BarPattern.Plain, MarkerShape.TriangleDown),
        new("DenseNet", "c6", BarPattern.Plain, MarkerShape.Hexagon),
    ];

    private static readonly ChartSeries OtherFamilies = new("other families", "c7", BarPattern.Plain, MarkerShape.Cross);

    private static readonly ImmutableArray<ChartSeries> Classes =
    [
        new("convolution", "c1", BarPattern.Plain, MarkerShape.Circle),
        new("data", "c2", BarPattern.Rising, MarkerShape.Circle),
        new("element-wise", "c3", BarPattern.Dotted, MarkerShape.Circle),
        new("shuffle", "c6", BarPattern.Crossed, MarkerShape.Circle),
        new("other", "c7", BarPattern.Level, MarkerShape.Circle),
    ];

    public static ChartSeries Promised { get; } = new("multiply-adds' ratio", "c5", BarPattern.Crossed, MarkerShape.Circle);

    public static ChartSeries OfFamily(string family) =>
        Families.FirstOrDefault(series => family.Contains(series.Name, StringComparison.Ordinal)) ?? OtherFamilies;

    public static ChartSeries OfClass(OperatorClass operatorClass) => Classes[(int)operatorClass];
}
