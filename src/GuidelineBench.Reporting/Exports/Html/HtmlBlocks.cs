using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Exports.Html;

/// <summary>Blocks of a section as HTML.</summary>
internal static class HtmlBlocks
{
    /// <param name="depth">Of the heading above them.</param>
    public static void Add(HtmlText html, IEnumerable<IBlock> blocks, int depth)
    {
        foreach (IBlock block in blocks)
            Add(html, block, depth);
    }

    public static Markup Of(Text text)
    {
        var html = new HtmlText();
        foreach ((string words, PhraseKind kind, string target) in text)
        {
            switch (kind)
            {
                case PhraseKind.Strong:
                    html.Add($"<b>{words}</b>");
                    break;
                case PhraseKind.Quiet:
                    html.Add($"<span class=\"quiet\">{words}</span>");
                    break;
                case PhraseKind.Code:
                    html.Add($"<code>{words}</code>");
                    break;
                case PhraseKind.Link:
                    html.Add($"<a href=\"{target}\">{words}</a>");
                    break;
                case PhraseKind.Break:
                    html.Add($"<br>");
                    break;
                default:
                    html.Add($"{words}");
                    break;
            }
        }

        return new Markup(html.ToString());
    }

    private static void Add(HtmlText html, IBlock block, int depth)
    {
        switch (block)
        {
            case Paragraph { Kind: ParagraphKind.Plain } paragraph:
                html.Add($"<p>{Of(paragraph.Text)}</p>\n");
                break;
            case Paragraph paragraph:
                html.Add($"<p class=\"{NameOf(paragraph.Kind)}\">{Of(paragraph.Text)}</p>\n");
                break;
            case Heading heading:
                html.Add($"<h{depth + 1}>{heading.Words}</h{depth + 1}>\n");
                break;
            case BulletList list when !list.Items.IsEmpty:
                html.Add($"<ul class=\"{NameOf(list.Kind)}\">\n");
                foreach (Text item in list.Items)
                    html.Add($"<li>{Of(item)}</li>\n");
                html.Add($"</ul>\n");
                break;
            case Facts facts:
                html.Add($"<dl class=\"facts\">\n");
                foreach ((string name, string value) in facts.Pairs)
                    html.Add($"<div><dt>{name}</dt><dd>{value}</dd></div>\n");
                html.Add($"</dl>\n");
                break;
            case Table table:
                HtmlTable.Add(html, table);
                break;
            case Figure figure:
                HtmlFigure.Add(html, figure);
                break;
            case Cards cards:
                html.Add($"<section class=\"cards\" aria-label=\"{cards.Name}\">\n");
                foreach (Card card in cards.All)
                    Add(html, card, depth + 1);
                html.Add($"</section>\n");
                break;
        }
    }

    private static void Add(HtmlText html, Card card, int depth)
    {
        html.Add($"<article class=\"card\">\n<p class=\"eyebrow\">{card.Subject}</p>\n<h{depth}>{card.Advice}</h{depth}>\n");
        if (card is { Verdict: { } verdict, Effect: { } effect })
            html.Add($"""
                <p class="verdict {ClassOf(verdict)}"><span aria-hidden="true">{VerdictSentences.Sign(verdict)}</span> {VerdictSentences.Of(verdict)}</p>
                <p class="ratio"><strong>{Numbers.Ratio(effect.Median)}</strong> {(effect.Interval is { } interval ? Numbers.Interval(interval) : "")}</p>

                """);
        Add(html, card.Blocks, depth);
        html.Add($"</article>\n");
    }

    private static string NameOf<TKind>(TKind kind)
        where TKind : struct, Enum => kind.ToString().ToLowerInvariant();

    private static string ClassOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.Reversed => "reversed",
        Verdict.NoEffect => "no-effect",
        Verdict.AtLimit => "at-limit",
        Verdict.DependsOnSize => "depends",
        _ => "cannot-tell",
    };
}
