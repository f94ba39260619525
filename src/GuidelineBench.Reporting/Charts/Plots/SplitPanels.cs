using GuidelineBench.Reporting.Texts;
using ScottPlot;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>Draws the panels of a <see cref="SplitChart"/>. Down, a unit of the plot is one of the picture.</summary>
internal static class SplitPanels
{
    private const float Width = 360, Left = 4, Right = 14, Head = 24, Foot = 40;

    private const double LabelHeight = 17, BarHeight = 14, GroupHeight = LabelHeight + BarHeight + 8, PlotWidth = Width - Left - Right;

    public static IEnumerable<ChartPanel> Of(SplitChart chart) => chart.Panels.Select(panel => new ChartPanel(
        $"{chart.Title}. {panel.Name}: {chart.AxisName}.",
        new PixelSize(Width, Head + (float)Height(panel) + Foot),
        colours => Draw(chart, panel, colours)));

    private static double Height(SplitPanel panel) => panel.Bars.Length * GroupHeight;

    private static Plot Draw(SplitChart chart, SplitPanel panel, IChartColours colours)
    {
        double height = Height(panel);
        Plot plot = ChartPlot.New(colours, new PixelPadding(Left, Right, Foot, Head));
        ChartPlot.Name(plot, colours, panel.Name, (float)PlotWidth);
        ChartPlot.Axis(plot.Axes.Bottom, colours, chart.AxisName, new ScottPlot.TickGenerators.NumericManual([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100"]));
        plot.Axes.Left.IsVisible = false;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Axes.SetLimits(0, 100, height, 0);
        ChartPlot.Line(plot, colours, [new(0, 0), new(0, height)], Tone.Soft, 1.5f);
        double top = 0;
        foreach (SplitBar bar in panel.Bars)
        {
            string label = ChartText.Shortened(bar.Label, PlotWidth - 12 - ChartText.Width(bar.Note));
            ChartPlot.Text(plot, colours, label, new(0, top + LabelHeight - 8), Alignment.MiddleLeft, offsetX: 3);
            if (bar.Note.Length > 0)
                ChartPlot.Text(plot, colours, bar.Note, new(100, top + LabelHeight - 8), Alignment.MiddleRight, Tone.Soft, ChartText.TickSize);
            Draw(plot, colours, bar, top + LabelHeight + BarHeight / 2);
            top += GroupHeight;
        }

        return plot;
    }

    private static void Draw(Plot plot, IChartColours colours, SplitBar bar, double middle)
    {
        double from = 0;
        foreach (SplitPart part in bar.Parts)
        {
            double to = Math.Clamp(from + part.Percent, from, 100);
            var drawn = new ScottPlot.Bar { Orientation = Orientation.Horizontal, Position = middle, Size = BarHeight, ValueBase = from, Value = to, LineWidth = 0 };
            colours.Fill(drawn.FillStyle, part.Series, "bar", part.Text);
            plot.Add.Bar(drawn);
            string value = Numbers.WholePercent(part.Percent);
            if (ChartText.Width(value) + 6 < (to - from) / 100 * PlotWidth)
                ChartPlot.TextOnBar(plot, colours, value, new((from + to) / 2, middle), part.Series.Pattern);
            from = to;
        }
    }
}
