using ScottPlot;
using SkiaSharp;
using Shapes = ScottPlot.MarkerShape;

namespace GuidelineBench.Reporting.Charts.Plots;

internal static class PlotMarkers
{
    private const float OutlineWidth = 0.9f;

    /// <summary>Radius by scale, 1, 2 or 4, or by level, 1 to 4.</summary>
    public static double Radius(int size) => size switch { 1 => 3.6, 2 => 5, 3 => 5.8, _ => 6.6 };

    public static MarkerStyle Style(ChartSeries series, double radius, string title, IChartColours colours)
    {
        (Shapes shape, double diameters, IMarker? own) = series.Shape switch
        {
            MarkerShape.Circle => (Shapes.FilledCircle, 2.0, (IMarker?)null),
            MarkerShape.Square => (Shapes.FilledSquare, 1.76, null),
            MarkerShape.Triangle => (Shapes.FilledTriangleUp, 2.4, null),
            MarkerShape.Diamond => (Shapes.FilledDiamond, 2.4, null),
            MarkerShape.TriangleDown => (Shapes.FilledTriangleDown, 2.4, null),
            MarkerShape.Hexagon => (Shapes.FilledCircle, 2, new PolygonMarker([(-1, 0), (-0.5f, -0.9f), (0.5f, -0.9f), (1, 0), (0.5f, 0.9f), (-0.5f, 0.9f)])),
            MarkerShape.Cross => (Shapes.FilledCircle, 2, new PolygonMarker(
                [(-0.4f, -1.1f), (0.4f, -1.1f), (0.4f, -0.4f), (1.1f, -0.4f), (1.1f, 0.4f), (0.4f, 0.4f), (0.4f, 1.1f), (-0.4f, 1.1f), (-0.4f, 0.4f), (-1.1f, 0.4f), (-1.1f, -0.4f), (-0.4f, -0.4f)])),
        };
        var style = new MarkerStyle { Shape = shape, Size = (float)(diameters * radius), CustomRenderer = own, LineWidth = 0 };
        colours.Fill(style.FillStyle, series with { Pattern = BarPattern.Plain }, "mark", title);
        if (colours.Outline is { } outline)
            (style.OutlineColor, style.OutlineWidth) = (outline, series.Colour == ChartSeries.Hollow ? 2 : OutlineWidth);
        return style;
    }

    /// <param name="corners">In radii around the middle.</param>
    private sealed class PolygonMarker((float X, float Y)[] corners) : IMarker
    {
        public void Render(SKCanvas canvas, Paint paint, Pixel center, float size, MarkerStyle markerStyle)
        {
            using var path = new SKPath();
            path.AddPoly([.. corners.Select(corner => new SKPoint(center.X + corner.X * size / 2, center.Y + corner.Y * size / 2))]);
            ScottPlot.Drawing.FillPath(canvas, paint, path, markerStyle.FillStyle);
            ScottPlot.Drawing.DrawPath(canvas, paint, path, markerStyle.OutlineStyle);
        }
    }
}
