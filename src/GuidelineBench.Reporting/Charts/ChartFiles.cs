namespace GuidelineBench.Reporting.Charts;

/// <summary>The charts of a report's sections as files of their own.</summary>
internal static class ChartFiles
{
    public static IEnumerable<ReportDocument> Of(IEnumerable<Section> sections) =>
        from section in sections
        from figure in section.Blocks.OfType<Figure>()
        select new ReportDocument($"charts/{figure.Id}.svg", Drawn(figure.Chart));

    private static string Drawn(object chart) => chart switch
    {
        BarChart bars => BarChartSvg.Standalone(bars),
        SplitChart split => SplitChartSvg.Standalone(split),
        PointChart points => PointChartSvg.Standalone(points),
        ScatterChart scatter => ScatterChartSvg.Standalone(scatter),
        RooflineChart roofline => RooflineChartSvg.Standalone(roofline),
        HeatMap map => HeatMapSvg.Standalone(map),
        _ => throw new ArgumentOutOfRangeException(nameof(chart), chart.GetType().Name),
    };
}
