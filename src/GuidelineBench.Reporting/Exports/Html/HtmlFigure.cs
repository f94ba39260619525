using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Exports.Html;

/// <summary>A chart with finding and legend: the one place where a page turns a chart's model into a picture.</summary>
internal static class HtmlFigure
{
    public static void Add(HtmlText html, Figure figure)
    {
        IChart chart = figure.Chart;
        html.Add($"<figure id=\"{chart.Id}\">\n<figcaption>{chart.Title}</figcaption>\n");
        ImmutableArray<string> panels = ChartRenderer.Svg(chart);
        if (!panels.IsEmpty)
            AddPanels(html, chart, panels);
        html.Add($"</figure>\n");
    }

    /// <summary>A small chart inside a table.</summary>
    public static Markup Picture(RowOverTime row) => new(ChartRenderer.Svg(HistoryLine.Of(row.Name, row.Row)));

    private static void AddPanels(HtmlText html, IChart chart, ImmutableArray<string> panels)
    {
        if (chart.Series.Length > 0 || chart.Note.Length > 0)
        {
            html.Add($"<p class=\"legend\">\n");
            foreach (ChartSeries series in chart.Series)
                html.Add($"<span>{new Markup(ChartRenderer.Swatch(chart, series))}{series.Name}</span>\n");
            if (chart.Note.Length > 0)
                html.Add($"<span>{chart.Note}</span>\n");
            html.Add($"</p>\n");
        }

        // Panels of several plots scroll side by side on a phone; those of bars stand one below the other.
        string classes = chart is HeatMap or PointChart { Panels.Length: 1 } ? "scroll plain" : chart is PointChart ? "panels plots" : "panels";
        if (classes == "panels")
            html.Add($"<div class=\"{classes}\">\n");
        else
            html.Add($"<div class=\"{classes}\" tabindex=\"0\" role=\"region\" aria-label=\"{chart.Title}\">\n");
        foreach (string panel in panels)
            html.Add($"{new Markup(panel)}\n");
        html.Add($"</div>\n");
    }
}
