using System.Xml.Linq;
using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Exports.Html;

/// <summary>A chart with finding and legend: the one place where a page turns a chart's model into a picture.</summary>
internal static class HtmlFigure
{
    public static void Add(HtmlText html, Figure figure)
    {
        // Panels of several plots scroll side by side on a phone; those of bars stand one below the other.
        (IEnumerable<string> legend, string note, string classes, string[] pictures) = figure.Chart switch
        {
            BarChart bars => (bars.Series.Select(series => Entry(BarLegend.Swatch(bars.Id, series), series)), "", "panels", [.. bars.Panels.Select(panel => BarChartSvg.Panel(bars, panel))]),
            SplitChart split => (split.Series.Select(series => Entry(BarLegend.Swatch(split.Id, series), series)), "", "panels", [.. split.Panels.Select(panel => SplitChartSvg.Panel(split, panel))]),
            PointChart points => (points.Series.Select(Mark), points.Note, points.Panels.Length == 1 ? "scroll plain" : "panels plots", [.. points.Panels.Select(panel => PointChartSvg.Panel(points, panel))]),
            ScatterChart scatter => (scatter.Series.Select(Mark), ScatterChartSvg.SizeNote, "scroll plain", [ScatterChartSvg.Inline(scatter)]),
            RooflineChart roofline => (roofline.Series.Select(Mark), roofline.Note, "scroll plain", [RooflineChartSvg.Inline(roofline)]),
            HeatMap map => ((IEnumerable<string>)[], "", "scroll plain", new[] { HeatMapSvg.Inline(map) }),
            _ => throw new ArgumentOutOfRangeException(nameof(figure), figure.Chart.GetType().Name),
        };
        html.Add($"<figure id=\"{figure.Id}\">\n<figcaption>{figure.Title}</figcaption>\n");
        string[] entries = [.. legend];
        if (entries.Length > 0)
        {
            html.Add($"<p class=\"legend\">\n");
            foreach (string entry in entries)
                html.Add($"{new Markup(entry)}\n");
            if (note.Length > 0)
                html.Add($"<span>{note}</span>\n");
            html.Add($"</p>\n");
        }

        if (classes == "panels")
            html.Add($"<div class=\"{classes}\">\n");
        else
            html.Add($"<div class=\"{classes}\" tabindex=\"0\" role=\"region\" aria-label=\"{figure.Title}\">\n");
        foreach (string picture in pictures)
            html.Add($"{new Markup(picture)}\n");
        html.Add($"</div>\n</figure>\n");
    }

    /// <summary>A small chart inside a table.</summary>
    public static Markup Picture(object chart) => chart is RowOverTime row
        ? new Markup(HistoryLine.Svg(row.Name, row.Row).ToString(SaveOptions.DisableFormatting))
        : throw new ArgumentOutOfRangeException(nameof(chart), chart.GetType().Name);

    private static string Mark(ChartSeries series) => Entry(ScatterChartSvg.Swatch(series), series);

    private static string Entry(string swatch, ChartSeries series)
    {
        var html = new HtmlText();
        html.Add($"<span>{new Markup(swatch)}{series.Name}</span>");
        return html.ToString();
    }
}
