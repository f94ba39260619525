using GuidelineBench.Reporting.Texts;
using ScottPlot;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>Draws the panels of a <see cref="BarChart"/>. Down, a unit of the plot is one of the picture.</summary>
internal static class BarPanels
{
    private const float Width = 360, Left = 4, Right = 8, Head = 24, Foot = 40;

    private const double LabelHeight = 17, BarHeight = 12, BarStep = 13.5, GroupGap = 9;

    /// <summary>Between a bar and its value.</summary>
    private const float ValueGap = 5;

    /// <summary>No ratio of times is larger; a file that says otherwise must not break the page.</summary>
    private const double LargestValue = 1e12;

    public static IEnumerable<ChartPanel> Of(BarChart chart) => chart.Panels.Select(panel => new ChartPanel(
        $"{chart.Title}. {(panel.Name.Length == 0 ? "" : panel.Name + ": ")}{chart.AxisName}.",
        new PixelSize(Width, HeadOf(panel) + (float)Height(panel) + Foot),
        colours => Draw(chart, panel, colours)));

    private static float HeadOf(BarPanel panel) => panel.Name.Length == 0 ? Right : Head;

    private static double Height(BarPanel panel) => panel.Groups.Sum(GroupHeight);

    private static double GroupHeight(BarGroup group) => LabelHeight + group.Bars.Length * BarStep + GroupGap;

    private static Plot Draw(BarChart chart, BarPanel panel, IChartColours colours)
    {
        const double plotWidth = Width - Left - Right;
        // The longest bar leaves room for the longest value.
        double values = chart.Panels.SelectMany(each => each.Groups).SelectMany(group => group.Bars).Max(bar => ChartText.Width(Numbers.Ratio(bar.Value)));
        double height = Height(panel), end = Math.Min(chart.Largest, LargestValue) * plotWidth / (plotWidth - ValueGap - values);
        Plot plot = ChartPlot.New(colours, new PixelPadding(Left, Right, Foot, HeadOf(panel)));
        ChartPlot.Name(plot, colours, panel.Name, (float)plotWidth);
        ChartPlot.Axis(plot.Axes.Bottom, colours, chart.AxisName, new FewTicks(tick => tick == 0 ? "0" : Numbers.Tick(tick), 7));
        plot.Axes.Left.IsVisible = false;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Axes.SetLimits(0, end, height, 0);
        ChartPlot.Line(plot, colours, [new(0, 0), new(0, height)], Tone.Soft, 1.5f);
        if (end > 1)
            ChartPlot.Line(plot, colours, [new(1, 0), new(1, height)], Tone.Soft, 1, (3, 3));

        double top = 0;
        foreach (BarGroup group in panel.Groups)
        {
            ChartPlot.Text(plot, colours, group.Label, new(0, top + LabelHeight - 8), Alignment.MiddleLeft, offsetX: 3);
            double middle = top + LabelHeight + BarHeight / 2;
            foreach (Bar bar in group.Bars)
            {
                Draw(plot, colours, bar, middle);
                middle += BarStep;
            }

            top += GroupHeight(group);
        }

        return plot;
    }

    private static void Draw(Plot plot, IChartColours colours, Bar bar, double middle)
    {
        double value = Math.Min(bar.Value, LargestValue), end = value;
        var drawn = new ScottPlot.Bar { Orientation = Orientation.Horizontal, Position = middle, Size = BarHeight, Value = value, LineWidth = 0 };
        colours.Fill(drawn.FillStyle, bar.Series, "bar", bar.Text);
        plot.Add.Bar(drawn);
        if (bar.Interval is { } interval)
        {
            (double lower, double upper) = (Math.Clamp(interval.Lower, 0, value), Math.Clamp(interval.Upper, value, LargestValue));
            var error = new ScottPlot.Plottables.ErrorBar([value], [middle], [upper - value], [value - lower], null, null)
            {
                CapSize = 3,
            };
            colours.Stroke(error.LineStyle, Tone.Ink, 1.4f);
            plot.Add.Plottable(error);
            end = upper;
        }

        ChartPlot.Text(plot, colours, Numbers.Ratio(bar.Value), new(end, middle), Alignment.MiddleLeft, offsetX: ValueGap);
    }
}
