using ScottPlot;
using ScottPlot.TickGenerators;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>Draws the panels of a <see cref="BarChart"/>. Down, a unit of the plot is one of the picture.</summary>
internal sealed class BarPanels(BarChart chart)
{
    private const float Width = 360, Left = 4, Head = 24, Foot = 40;
    private const double LabelHeight = 17, BarStep = 13.5;

    private const float ValueGap = 5;

    /// <summary>No ratio of times is larger; a file that says otherwise must not break the page.</summary>
    private const double LargestValue = 1e12;

    private readonly float right = chart.IsStacked ? 14 : 8;
    private readonly double barHeight = chart.IsStacked ? 14 : 12, groupGap = chart.IsStacked ? 8 : 9;

    public static IEnumerable<ChartPanel> Of(BarChart chart) => chart.Panels.Select(new BarPanels(chart).Panel);

    private double PlotWidth => Width - Left - right;

    private ChartPanel Panel(BarPanel panel) => new(
        $"{chart.Title}. {(panel.Name.Length == 0 ? "" : panel.Name + ": ")}{chart.AxisName}.",
        new PixelSize(Width, HeadOf(panel) + (float)panel.Groups.Sum(HeightOf) + Foot),
        colours => Draw(panel, colours));

    private float HeadOf(BarPanel panel) => panel.Name.Length == 0 ? right : Head;

    private double HeightOf(BarGroup group) => LabelHeight + (chart.IsStacked ? barHeight : group.Bars.Length * BarStep) + groupGap;

    private Plot Draw(BarPanel panel, IChartColours colours)
    {
        double height = panel.Groups.Sum(HeightOf), end = chart.IsStacked ? 100 : EndOfRatios();
        Plot plot = ChartPlot.New(colours, new PixelPadding(Left, right, Foot, HeadOf(panel)));
        ChartPlot.Name(plot, colours, panel.Name, (float)PlotWidth);
        ChartPlot.Axis(plot.Axes.Bottom, colours, chart.AxisName, chart.IsStacked
            ? new NumericManual([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100"])
            : PlotScale.Few(tick => tick == 0 ? "0" : Numbers.Tick(tick), 7));
        plot.Axes.Left.IsVisible = false;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Axes.SetLimits(0, end, height, 0);
        ChartPlot.Line(plot, colours, [new(0, 0), new(0, height)], Tone.Soft, 1.5f);
        if (!chart.IsStacked && end > 1)
            ChartPlot.Line(plot, colours, [new(1, 0), new(1, height)], Tone.Soft, 1, (3, 3));

        double top = 0;
        foreach (BarGroup group in panel.Groups)
        {
            string label = chart.IsStacked ? ChartText.Shortened(group.Label, PlotWidth - 12 - ChartText.Width(group.Note)) : group.Label;
            ChartPlot.Text(plot, colours, label, new(0, top + LabelHeight - 8), Alignment.MiddleLeft, offsetX: 3);
            if (group.Note.Length > 0)
                ChartPlot.Text(plot, colours, group.Note, new(end, top + LabelHeight - 8), Alignment.MiddleRight, Tone.Soft, ChartText.TickSize);
            Draw(plot, colours, group, top + LabelHeight + barHeight / 2);
            top += HeightOf(group);
        }

        return plot;
    }

    /// <summary>The longest bar leaves room for the longest value.</summary>
    private double EndOfRatios() =>
        Math.Min(chart.Largest, LargestValue) * PlotWidth / (PlotWidth - ValueGap - chart.Bars.Max(bar => ChartText.Width(Numbers.Ratio(bar.Value))));

    private void Draw(Plot plot, IChartColours colours, BarGroup group, double middle)
    {
        double from = 0;
        foreach (Bar bar in group.Bars)
        {
            double to = chart.IsStacked ? Math.Clamp(from + bar.Value, from, 100) : Math.Min(bar.Value, LargestValue);
            var drawn = new ScottPlot.Bar { Orientation = Orientation.Horizontal, Position = middle, Size = barHeight, ValueBase = from, Value = to, LineWidth = 0 };
            colours.Fill(drawn.FillStyle, bar.Series, "bar", bar.Text);
            plot.Add.Bar(drawn);
            if (chart.IsStacked)
            {
                string value = Numbers.WholePercent(bar.Value);
                if (ChartText.Width(value) + 6 < (to - from) / 100 * PlotWidth)
                    ChartPlot.TextOnBar(plot, colours, value, new((from + to) / 2, middle), bar.Series.Pattern);
                from = to;
            }
            else
            {
                double end = bar.Interval is { } interval ? DrawInterval(plot, colours, interval, to, middle) : to;
                ChartPlot.Text(plot, colours, Numbers.Ratio(bar.Value), new(end, middle), Alignment.MiddleLeft, offsetX: ValueGap);
                middle += BarStep;
            }
        }
    }

    private static double DrawInterval(Plot plot, IChartColours colours, Interval interval, double value, double middle)
    {
        (double lower, double upper) = (Math.Clamp(interval.Lower, 0, value), Math.Clamp(interval.Upper, value, LargestValue));
        var error = new ScottPlot.Plottables.ErrorBar([value], [middle], [upper - value], [value - lower], null, null) { CapSize = 3 };
        colours.Stroke(error.LineStyle, Tone.Ink, 1.4f);
        plot.Add.Plottable(error);
        return upper;
    }
}
