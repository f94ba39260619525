using ScottPlot;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>One plot of a chart.</summary>
/// <param name="Alternative">What it shows, for those who cannot see it.</param>
/// <param name="Size">In units of the picture.</param>
/// <param name="Draw">Makes the plot in the given colours.</param>
internal sealed record ChartPanel(string Alternative, PixelSize Size, Func<IChartColours, Plot> Draw)
{
    public static IEnumerable<ChartPanel> Of(IChart chart) => chart switch
    {
        BarChart bars => BarPanels.Of(bars),
        PointChart points => PointPanels.Of(points),
        HeatMap map => [HeatPanels.Of(map)],
        _ => throw new ArgumentOutOfRangeException(nameof(chart)),
    };
}
