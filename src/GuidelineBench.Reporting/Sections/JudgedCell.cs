using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Sections;

/// <summary>A verdict in a table of machines.</summary>
internal static class JudgedCell
{
    /// <returns>A dash where nothing was measured.</returns>
    public static Cell Of(GuidelineVerdict? judged, bool contradictsPaper) =>
        judged is null ? Numbers.None : Of(judged.Verdict, judged.Effect, judged.Bound, contradictsPaper);

    /// <inheritdoc cref="Of(GuidelineVerdict?, bool)"/>
    public static Cell Of(ContrastVerdict? judged, bool contradictsPaper) =>
        judged is null ? Numbers.None : Of(judged.Verdict, judged.Effect.Effect, Bound.Unknown, contradictsPaper);

    private static Cell Of(Verdict verdict, RatioEstimate? effect, Bound bound, bool contradictsPaper) => new(
        [
            Phrase.Strong((contradictsPaper ? HardwareSentences.Contradiction + " " : "") + VerdictSentences.Of(verdict)),
            .. effect is null ? (Phrase[])[] : [Phrase.Break, Numbers.Ratio(effect.Median), Phrase.Quiet(effect.Interval is { } interval ? " " + Numbers.Interval(interval) : "")],
            .. bound == Bound.Unknown ? (Phrase[])[] : [Phrase.Break, Phrase.Quiet(VerdictSentences.Of(bound))],
        ],
        Sort: effect?.Median);
}
