using System.Xml.Linq;

namespace GuidelineBench.Reporting.Charts;

/// <summary>The legend of charts with bars.</summary>
internal static class BarLegend
{
    private const double LineHeight = 20;

    /// <summary>Entries side by side, in as many lines as they need.</summary>
    /// <param name="idPrefix">Of the picture's patterns.</param>
    public static (XElement[] Elements, double Height) Draw(
        string idPrefix, IEnumerable<ChartSeries> entries, double left, double top, double width)
    {
        var elements = new List<XElement>();
        double x = left, y = top;
        foreach (ChartSeries series in entries)
        {
            double length = 32 + ChartText.Width(series.Name) + 24;
            if (x + length > left + width && x > left)
                (x, y) = (left, y + LineHeight);
            elements.AddRange(BarPatterns.Bar(idPrefix, series, x, y, 24, 12));
            elements.Add(Svg.Text(x + 32, y + 11, series.Name, "label"));
            x += length;
        }

        return ([.. elements], y + 16 - top);
    }

    /// <summary>An entry's swatch as a picture for a page.</summary>
    /// <param name="chart">Id of the chart.</param>
    public static string Swatch(string chart, ChartSeries series)
    {
        string id = $"{chart}-legend-{series.Pattern.ToString().ToLowerInvariant()}";
        return Svg.Element(
            "svg",
            Svg.Attribute("viewBox", "0 0 26 14"),
            Svg.Attribute("class", "swatch"),
            Svg.Attribute("aria-hidden", "true"),
            BarPatterns.Definitions(id, [series]),
            BarPatterns.Bar(id, series, 1, 1, 24, 12)).ToString(SaveOptions.DisableFormatting);
    }
}
