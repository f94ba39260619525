using System.Xml.Linq;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Marks of points.</summary>
internal static class Markers
{
    /// <summary>Radius by scale, 1, 2 or 4, or by level, 1 to 4.</summary>
    public static double Radius(int size) => size switch { 1 => 3.6, 2 => 5, 3 => 5.8, _ => 6.6 };

    public static XElement Draw(MarkerShape shape, double x, double y, double radius, string classes, params object?[] content) => Svg.Element(
        "path",
        Svg.Attribute("d", Outline(shape, x, y, radius)),
        Svg.Attribute("class", classes),
        content);

    private static string Outline(MarkerShape shape, double x, double y, double r) => shape switch
    {
        MarkerShape.Circle => $"M{At(x - r, y)} a{Svg.Number(r)} {Svg.Number(r)} 0 1 0 {Svg.Number(2 * r)} 0 a{Svg.Number(r)} {Svg.Number(r)} 0 1 0 {Svg.Number(-2 * r)} 0 Z",
        MarkerShape.Square => Polygon((x - 0.88 * r, y - 0.88 * r), (x + 0.88 * r, y - 0.88 * r), (x + 0.88 * r, y + 0.88 * r), (x - 0.88 * r, y + 0.88 * r)),
        MarkerShape.Triangle => Polygon((x, y - 1.15 * r), (x + 1.05 * r, y + 0.75 * r), (x - 1.05 * r, y + 0.75 * r)),
        MarkerShape.Diamond => Polygon((x, y - 1.2 * r), (x + 1.2 * r, y), (x, y + 1.2 * r), (x - 1.2 * r, y)),
        MarkerShape.TriangleDown => Polygon((x, y + 1.15 * r), (x + 1.05 * r, y - 0.75 * r), (x - 1.05 * r, y - 0.75 * r)),
        MarkerShape.Hexagon => Polygon((x - r, y), (x - 0.5 * r, y - 0.9 * r), (x + 0.5 * r, y - 0.9 * r), (x + r, y), (x + 0.5 * r, y + 0.9 * r), (x - 0.5 * r, y + 0.9 * r)),
        MarkerShape.Cross => Polygon(
            (x - 0.4 * r, y - 1.1 * r), (x + 0.4 * r, y - 1.1 * r), (x + 0.4 * r, y - 0.4 * r), (x + 1.1 * r, y - 0.4 * r),
            (x + 1.1 * r, y + 0.4 * r), (x + 0.4 * r, y + 0.4 * r), (x + 0.4 * r, y + 1.1 * r), (x - 0.4 * r, y + 1.1 * r),
            (x - 0.4 * r, y + 0.4 * r), (x - 1.1 * r, y + 0.4 * r), (x - 1.1 * r, y - 0.4 * r), (x - 0.4 * r, y - 0.4 * r)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static string Polygon(params (double X, double Y)[] corners) =>
        "M" + string.Join(" L", corners.Select(corner => At(corner.X, corner.Y))) + " Z";

    private static string At(double x, double y) => $"{Svg.Number(x)} {Svg.Number(y)}";
}
