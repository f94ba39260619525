using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Exports.Html;

internal static class HtmlBlocks
{
    public static IEnumerable<Markup> Of(Text text) => text.Select(Of);

    /// <param name="depth">Of the heading above them.</param>
    public static IEnumerable<Markup> Of(IEnumerable<IBlock> blocks, int depth) => blocks.Select(block => Of(block, depth));

    private static Markup Of(Phrase phrase) => phrase.Kind switch
    {
        PhraseKind.Strong => $"<b>{phrase.Words}</b>",
        PhraseKind.Quiet => $"<span class=\"quiet\">{phrase.Words}</span>",
        PhraseKind.Code => $"<code>{phrase.Words}</code>",
        PhraseKind.Link => $"<a href=\"{phrase.Target}\">{phrase.Words}</a>",
        PhraseKind.Break => $"<br>",
        _ => $"{phrase.Words}",
    };

    private static Markup Of(IBlock block, int depth) => block switch
    {
        Paragraph { Kind: ParagraphKind.Plain } paragraph => $"<p>{Of(paragraph.Text)}</p>\n",
        Paragraph paragraph => $"<p class=\"{NameOf(paragraph.Kind)}\">{Of(paragraph.Text)}</p>\n",
        Heading heading => $"<h{depth + 1}>{heading.Words}</h{depth + 1}>\n",
        BulletList { Items.IsEmpty: false } list => $"<ul class=\"{NameOf(list.Kind)}\">\n{list.Items.Select(item => Markup.Of($"<li>{Of(item)}</li>\n"))}</ul>\n",
        Facts facts => $"<dl class=\"facts\">\n{facts.Pairs.Select(fact => Markup.Of($"<div><dt>{fact.Name}</dt><dd>{fact.Value}</dd></div>\n"))}</dl>\n",
        Table table => HtmlTable.Of(table),
        Figure figure => HtmlFigure.Of(figure.Chart),
        Cards cards => $"<section class=\"cards\" aria-label=\"{cards.Name}\">\n{cards.All.Select(card => HtmlCard.Of(card, depth + 1))}</section>\n",
        _ => default,
    };

    private static string NameOf(Enum kind) => kind.ToString().ToLowerInvariant();
}

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
