using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Exports.Html;

/// <summary>A chart with finding and legend: the one place where a page turns a chart's model into a picture.</summary>
internal static class HtmlFigure
{
    public static Markup Of(IChart chart) => $"""
        <figure id="{chart.Id}">
        <figcaption>{chart.Title}</figcaption>
        {Panels(chart, ChartRenderer.Svg(chart))}</figure>

        """;

    public static Markup Of(RowOverTime row) => new(ChartRenderer.Svg(row));

    private static Markup Panels(IChart chart, ImmutableArray<string> panels)
    {
        if (panels.IsEmpty)
            return default;
        // Panels of several plots scroll side by side on a phone; those of bars stand one below the other.
        string classes = chart is HeatMap or PointChart { Panels.Length: 1 } ? "scroll plain" : chart is PointChart ? "panels plots" : "panels";
        Markup region = classes == "panels" ? default : Markup.Of($" tabindex=\"0\" role=\"region\" aria-label=\"{chart.Title}\"");
        return $"{Legend(chart)}<div class=\"{classes}\"{region}>\n{panels.Select(panel => Markup.Of($"{new Markup(panel)}\n"))}</div>\n";
    }

    private static Markup Legend(IChart chart)
    {
        IEnumerable<Markup> series = chart.Series.Select(series => Markup.Of($"<span>{new Markup(ChartRenderer.Swatch(chart, series))}{series.Name}</span>\n"));
        Markup note = chart.Note.Length == 0 ? default : Markup.Of($"<span>{chart.Note}</span>\n");
        return chart.Series.IsEmpty && chart.Note.Length == 0 ? default : Markup.Of($"<p class=\"legend\">\n{series}{note}</p>\n");
    }
}
