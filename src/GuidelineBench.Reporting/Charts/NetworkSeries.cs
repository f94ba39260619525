using GuidelineBench.Core.Layers;

namespace GuidelineBench.Reporting.Charts;

/// <summary>The series of charts of networks.</summary>
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

    /// <summary>The speed-up that multiply-adds promise.</summary>
    public static ChartSeries Promised { get; } = new("multiply-adds' ratio", "c5", BarPattern.Crossed, MarkerShape.Circle);

    /// <param name="family">As in the catalogue.</param>
    public static ChartSeries OfFamily(string family) =>
        Families.FirstOrDefault(series => family.Contains(series.Name, StringComparison.Ordinal)) ?? OtherFamilies;

    public static ChartSeries OfClass(OperatorClass operatorClass) => Classes[(int)operatorClass];
}
