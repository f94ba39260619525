using System.Xml.Linq;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Strokes that are drawn over a bar's colour.</summary>
internal static class BarPatterns
{
    private const double Size = 6;

    /// <summary>Definitions for the patterns of the given series.</summary>
    /// <param name="idPrefix">Unique on the page.</param>
    public static XElement Definitions(string idPrefix, IEnumerable<ChartSeries> series) => Svg.Element(
        "defs",
        series.Select(one => one.Pattern).Distinct().Where(pattern => pattern != BarPattern.Plain).Select(pattern => Svg.Element(
            "pattern",
            Svg.Attribute("id", Id(idPrefix, pattern)),
            Svg.Attribute("patternUnits", "userSpaceOnUse"),
            Svg.Attribute("width", Size),
            Svg.Attribute("height", Size),
            Strokes(pattern))));

    /// <summary>A bar in its series' colour and pattern.</summary>
    public static IEnumerable<XElement> Bar(
        string idPrefix, ChartSeries series, double x, double y, double width, double height, params object?[] content)
    {
        yield return Svg.Rectangle(x, y, width, height, "bar " + series.Colour, content);
        if (series.Pattern != BarPattern.Plain)
            yield return Svg.Rectangle(
                x, y, width, height, "over",
                Svg.Attribute("fill", $"url(#{Id(idPrefix, series.Pattern)})"));
    }

    private static string Id(string idPrefix, BarPattern pattern) => $"{idPrefix}-{pattern.ToString().ToLowerInvariant()}";

    private static IEnumerable<XElement> Strokes(BarPattern pattern) => pattern switch
    {
        BarPattern.Rising => [Path("M-1.5 1.5 l3 -3 M0 6 L6 0 M4.5 7.5 l3 -3")],
        BarPattern.Crossed => [Path("M-1.5 1.5 l3 -3 M0 6 L6 0 M4.5 7.5 l3 -3"), Path("M-1.5 4.5 l3 3 M0 0 L6 6 M4.5 -1.5 l3 3")],
        BarPattern.Level => [Path("M0 1.5 H6 M0 4.5 H6")],
        BarPattern.Dotted => [Dot(1.5, 1.5), Dot(4.5, 4.5)],
        _ => [],
    };

    private static XElement Path(string data) => Svg.Element("path", Svg.Attribute("d", data), Svg.Attribute("class", "stroke"));

    private static XElement Dot(double x, double y) => Svg.Element(
        "circle", Svg.Attribute("cx", x), Svg.Attribute("cy", y), Svg.Attribute("r", 1.1), Svg.Attribute("class", "dot"));
}
