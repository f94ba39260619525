namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>Which class draws which chart.</summary>
internal static class ChartPanels
{
    public static IEnumerable<ChartPanel> Of(IChart chart) => chart switch
    {
        BarChart bars => BarPanels.Of(bars),
        SplitChart split => SplitPanels.Of(split),
        PointChart points => PointPanels.Of(points),
        HeatMap map => [HeatPanels.Of(map)],
        _ => throw new ArgumentOutOfRangeException(nameof(chart)),
    };

    /// <summary>Whether its series are told by marks, and not by bars.</summary>
    public static bool HasMarks(this IChart chart) => chart is PointChart;
}
