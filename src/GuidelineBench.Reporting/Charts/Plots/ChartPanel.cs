using System.Xml.Linq;
using ScottPlot;
using SkiaSharp;

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

internal static class ChartCanvas
{
    public const float LegendRadius = 5;

    /// <summary>Pixels for a unit of the picture, for dense screens and slides.</summary>
    private const int Density = 2;

    public static void Draw(SKCanvas canvas, ChartPanel panel, IChartColours colours, float left, float top)
    {
        Plot plot = panel.Draw(colours);
        ChartPlot.Measure(plot, panel.Size);
        plot.RenderManager.Render(canvas, new PixelRect(left, left + panel.Size.Width, top + panel.Size.Height, top));
    }

    public static void Swatch(SKCanvas canvas, ChartSeries series, bool isMark, PixelSize size, IChartColours colours)
    {
        using Paint paint = Paint.NewDisposablePaint();
        if (isMark)
        {
            ScottPlot.Drawing.DrawMarker(canvas, paint, new Pixel(size.Width / 2, size.Height / 2), PlotMarkers.Style(series, LegendRadius, "", colours));
            return;
        }

        var fill = new FillStyle();
        colours.Fill(fill, series, "swatch", "");
        ScottPlot.Drawing.FillRectangle(canvas, new PixelRect(1, size.Width - 1, size.Height - 1, 1), paint, fill);
    }

    public static XElement Svg(PixelSize size, Action<SKCanvas> draw)
    {
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(size.Width, size.Height), stream))
            draw(canvas);
        stream.Position = 0;
        return XElement.Load(stream);
    }

    public static byte[] Png(PixelSize size, Action<SKCanvas> draw)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)Math.Ceiling(size.Width * Density), (int)Math.Ceiling(size.Height * Density)));
        surface.Canvas.Scale(Density);
        draw(surface.Canvas);
        using SKPixmap pixels = surface.PeekPixels();
        // Half the time of the default, at the same size.
        using SKData data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Up, 6))
            ?? throw new InvalidOperationException("The picture cannot be written.");
        return data.ToArray();
    }
}
