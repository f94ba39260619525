using ScottPlot;
using ScottPlot.TickGenerators;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>Draws a <see cref="HeatMap"/> of rectangles: ScottPlot's own heat map is a blurred picture in SVG.</summary>
internal static class HeatPanels
{
    private const float Width = 800, Left = 58, Right = 10, Top = 44, RowHeight = 24, Foot = 8;

    private const double Gap = 1;

    /// <summary>Darker grounds would swallow the numbers.</summary>
    private const double DarkestShade = 0.6;

    public static ChartPanel Of(HeatMap map) => new(
        $"{map.Title}. Down: {map.RowsName}; across: {map.ColumnsName}.",
        new PixelSize(Width, Top + map.Rows.Length * RowHeight + Foot),
        colours => Draw(map, colours));

    private static Plot Draw(HeatMap map, IChartColours colours)
    {
        Plot plot = ChartPlot.New(colours, new PixelPadding(Left, Right, Foot, Top));
        plot.HideGrid();
        plot.Axes.Bottom.IsVisible = false;
        plot.Axes.Top.MinimumSize = plot.Axes.Top.MaximumSize = Top;
        ChartPlot.Axis(plot.Axes.Top, colours, map.ColumnsName, Middles(map.Columns));
        ChartPlot.Axis(plot.Axes.Left, colours, map.RowsName, Middles(map.Rows));
        plot.Axes.SetLimits(0, map.Columns.Length, map.Rows.Length, 0);
        plot.Axes.Top.Range.Set(0, map.Columns.Length);
        double gapX = Gap * map.Columns.Length / (Width - Left - Right), gapY = Gap / RowHeight;
        double most = map.Values.SelectMany(row => row).DefaultIfEmpty(1).Max();
        foreach ((int row, ImmutableArray<int> values) in map.Values.Index())
            foreach ((int column, int value) in values.Index().Where(field => field.Item > 0))
            {
                ScottPlot.Plottables.Rectangle field = plot.Add.Rectangle(column + gapX, column + 1 - gapX, row + gapY, row + 1 - gapY);
                field.LineWidth = 0;
                // Halving shows as equal steps of shade.
                colours.Fill(field.FillStyle, DarkestShade * (0.08 + 0.92 * Math.Log(1 + value) / Math.Log(1 + most)), map.Text(row, column));
                ChartPlot.Text(plot, colours, Numbers.Count(value), new(column + 0.5, row + 0.5), Alignment.MiddleCenter, isHaloed: false);
            }

        return plot;
    }

    private static NumericManual Middles(IReadOnlyList<string> names) => new([.. names.Select((_, index) => index + 0.5)], [.. names]);
}
