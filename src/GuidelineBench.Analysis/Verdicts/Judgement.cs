using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>A word, why, and the ratio and interval that it rests on.</summary>
internal readonly record struct Judgement(Verdict Verdict, VerdictReason Reason, double Ratio, Interval Interval, bool IsByBlocks)
{
    /// <summary>Probability that any word of a family is wrong: the four guidelines, or the contrasts that are judged one by one.</summary>
    public const double FamilyLevel = 0.05;

    /// <summary>Steps 6 to 8 of docs/method.md.</summary>
    /// <param name="family">All that is judged together.</param>
    /// <returns>In the same order.</returns>
    public static ImmutableArray<Judgement> Of(IReadOnlyList<IEvidence> family)
    {
        double[] pValues = [.. family.Select(evidence => evidence.PValue)];
        ImmutableArray<double> levels = Holm.Levels(pValues, FamilyLevel);
        return [.. family.Select((evidence, index) => Of(evidence, evidence.IntervalAt(levels[index]), shown: pValues[index] <= levels[index]))];
    }

    /// <param name="shown">Whether the level is reached.</param>
    private static Judgement Of(IEvidence evidence, Interval interval, bool shown)
    {
        (Verdict verdict, VerdictReason reason) = interval switch
        {
            { Lower: > Limits.Slower } => (Verdict.Holds, VerdictReason.ShownSlower),
            { Upper: < Limits.Faster } => (Verdict.Reversed, VerdictReason.ShownFaster),
            { Lower: > Limits.Faster, Upper: < Limits.Slower } => (Verdict.NoEffect, VerdictReason.ShownEqual),
            _ when evidence.IsByBlocks && Math.Log(interval.Upper / interval.Lower) <= 2 * Limits.Narrow => (Verdict.AtLimit, VerdictReason.ShownAtLimit),
            _ => (Verdict.CannotTell, VerdictReason.IntervalTooWide),
        };
        // An interval may lie clear and still be short of its level, where the rounds are too few to reach that at all.
        return shown || verdict is Verdict.CannotTell or Verdict.AtLimit
            ? new Judgement(verdict, reason, evidence.Ratio, interval, evidence.IsByBlocks)
            : new Judgement(Verdict.CannotTell, VerdictReason.TooFewRounds, evidence.Ratio, interval, evidence.IsByBlocks);
    }
}

/// <summary>Between which ratios which word is given.</summary>
internal static class Limits
{
    /// <summary>A ratio above this matters.</summary>
    public const double Slower = 1 + Guideline.SmallestEffectThatMatters;

    /// <summary>The same in the other direction.</summary>
    public const double Faster = 1 / Slower;

    /// <summary>
    /// A bracket that reaches no further than this to either side is as narrow as anybody needs: where it spans a limit, the
    /// ratio lies at the limit, and no more measuring would be worth its time.
    /// </summary>
    public const double Narrow = 0.02;
}
