using ScottPlot;
using SkiaSharp;

namespace GuidelineBench.Reporting.Charts.Plots;

internal static class ChartPlot
{
    /// <summary>Text is placed by the height of its line; letters without the part below them look high in it.</summary>
    private const float Lower = 2;

    /// <summary>A plot without frame, whose ground is the page's.</summary>
    /// <param name="padding">Around the part with the data.</param>
    public static Plot New(IChartColours colours, PixelPadding padding)
    {
        var plot = new Plot();
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Layout.Fixed(padding);
        plot.HideLegend();
        plot.Grid.MajorLineColor = colours.Of(Tone.Line);
        plot.Grid.MajorLineWidth = 1;
        plot.Axes.Top.IsVisible = false;
        plot.Axes.Right.IsVisible = false;
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            // The name of an axis lies at the edge of the picture, however long its ticks are.
            axis.MinimumSize = axis.MaximumSize = axis.Edge switch { Edge.Left => padding.Left, Edge.Bottom => padding.Bottom, _ => 0 };
            axis.FrameLineStyle.Width = 0;
            (axis.MajorTickStyle.Length, axis.MinorTickStyle.Length) = (0, 0);
            (axis.MajorTickStyle.Width, axis.MinorTickStyle.Width) = (0, 0);
            axis.TickLabelStyle.FontSize = ChartText.TickSize;
        }

        return plot;
    }

    public static void Name(Plot plot, IChartColours colours, string name, float width)
    {
        LabelStyle label = plot.Axes.Title.Label;
        (label.Text, label.FontSize, label.Bold, label.Alignment, label.OffsetX, label.OffsetY) = (name, ChartText.PanelSize, true, Alignment.LowerLeft, -width / 2, -2 * Lower);
        colours.Write(label, Tone.Ink);
    }

    public static void Axis(IAxis axis, IChartColours colours, string name, ITickGenerator ticks)
    {
        axis.IsVisible = true;
        axis.TickGenerator = ticks;
        axis.TickLabelStyle.OffsetY = axis.Edge == Edge.Top ? -Lower : axis.Edge == Edge.Left ? Lower : 2 * Lower;
        axis.TickLabelStyle.Alignment = axis.Edge == Edge.Left ? Alignment.MiddleRight : Alignment.UpperCenter;
        colours.Write(axis.TickLabelStyle, Tone.Soft);
        if (axis is not ScottPlot.AxisPanels.AxisBase { LabelStyle: { } label })
            return;
        (label.Text, label.FontSize, label.Bold, label.Alignment) = (name, ChartText.TickSize, false, axis.Edge == Edge.Left ? Alignment.UpperCenter : Alignment.LowerCenter);
        // The library sets a name at the top above its place, out of the picture.
        label.OffsetY = axis.Edge == Edge.Top ? ChartText.TickSize + Lower : 0;
        colours.Write(label, Tone.Soft);
    }

    public static void Text(
        Plot plot, IChartColours colours, string text, Coordinates place, Alignment alignment, Tone tone = Tone.Ink, float size = ChartText.LabelSize,
        bool isHaloed = true, float offsetX = 0, float rotation = 0)
    {
        ScottPlot.Plottables.Text added = Place(plot, text, place, alignment, size);
        (added.OffsetX, added.LabelRotation) = (offsetX, rotation);
        colours.Write(added.LabelStyle, tone, isHaloed);
    }

    public static void TextOnBar(Plot plot, IChartColours colours, string text, Coordinates place, BarPattern pattern) =>
        colours.WriteOnBar(Place(plot, text, place, Alignment.MiddleCenter, ChartText.LabelSize).LabelStyle, pattern);

    public static void Line(
        Plot plot, IChartColours colours, IEnumerable<Coordinates> corners, Tone tone, float width, (float On, float Off)? dash = null, string? name = null) =>
        colours.Stroke(plot.Add.ScatterLine(corners.ToArray()).LineStyle, tone, width, dash, name);

    /// <summary>Finds out where everything lies, without drawing it: a first rendering draws until its limits settle.</summary>
    public static void Measure(Plot plot, PixelSize size)
    {
        using var canvas = new SKNoDrawCanvas((int)size.Width, (int)size.Height);
        plot.RenderManager.Render(canvas, new PixelRect(0, size.Width, size.Height, 0));
    }

    private static ScottPlot.Plottables.Text Place(Plot plot, string text, Coordinates place, Alignment alignment, float size)
    {
        ScottPlot.Plottables.Text added = plot.Add.Text(text, place);
        (added.LabelAlignment, added.LabelFontSize, added.LabelBorderWidth) = (alignment, size, 0);
        added.OffsetY = alignment.VerticalFraction() == 0.5 ? Lower : 0;
        return added;
    }
}
