namespace GuidelineBench.Reporting.Exports.Html;

/// <summary>One guideline on a page: its word by our kernels, and in engines beside it.</summary>
internal static class HtmlCard
{
    public static Markup Of(Card card, int depth) => $"""
        <article class="card">
        <p class="eyebrow">{card.Subject}</p>
        <h{depth}>{card.Advice}</h{depth}>
        {By(card)}{Judged(card)}{InEngines(card)}{HtmlBlocks.Of(card.Blocks, depth)}</article>

        """;

    private static Markup Judged(Card card)
    {
        if (card is not { Verdict: { } verdict, Effect: { } effect })
            return default;
        (string word, string sign, string name) = VerdictSentences.Looks(verdict);
        return $"""
            <p class="verdict {name}"><span aria-hidden="true">{sign}</span> {word}</p>
            <p class="ratio"><strong>{Numbers.Ratio(effect.Median)}</strong> {(effect.Interval is { } interval ? Numbers.Interval(interval) : "")}</p>

            """;
    }

    private static Markup By(Card card)
    {
        if (card.By is null)
            return default;
        return $"""
            <p class="where">{card.By}</p>

            """;
    }

    private static Markup InEngines(Card card)
    {
        if (card.Engines.IsEmpty)
            return default;
        return $"""
            <div class="engines">
            {card.Engines.Select(InEngine)}</div>

            """;
    }

    private static Markup InEngine(CardWord word)
    {
        (string said, string sign, string name) = VerdictSentences.Looks(word.Verdict);
        string cause = word.RestsOn is null ? "" : $" ({word.RestsOn})";
        string interval = word.Effect?.Interval is { } bracket ? Numbers.Interval(bracket) : "";
        return $"""
            <p class="where">in {word.Where}</p>
            <p class="verdict {name}"><span aria-hidden="true">{sign}</span> {said}{cause}</p>
            <p class="ratio"><strong>{Numbers.Ratio(word.Effect?.Median)}</strong> {interval}</p>
            <p>{word.Sentence}</p>

            """;
    }
}
