using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>
/// What ratios of rounds say about the middle one of them: step 5 of docs/method.md. A contrast judged alone brings the
/// rounds of one scale, a guideline those of all its scales.
/// </summary>
/// <remarks>
/// Signs of several scales are not alike, as each scale has a ratio of its own; their number varies less than that of
/// alike ones with the same mean, [Hoeffding1956], so the sign test keeps its level for the median over all of them. Rejected: a test for
/// each scale with all that hold counted, which needs each of two scales to stand out of the noise alone and finds an
/// effect of 10 % on a shared machine in one run of ten.
/// </remarks>
internal sealed class Evidence
{
    /// <summary>A ratio above this matters.</summary>
    public const double Slower = 1 + Guideline.SmallestEffectThatMatters;

    /// <summary>The same in the other direction.</summary>
    public const double Faster = 1 / Slower;

    private readonly ImmutableArray<double> sorted;
    private readonly double share;

    /// <param name="ratios">One or more.</param>
    /// <param name="share">Effective rounds over rounds.</param>
    public Evidence(IEnumerable<double> ratios, double share)
    {
        sorted = [.. ratios.Order()];
        this.share = share;
    }

    public double Median => Medians.Median(sorted);

    /// <summary>The level, two-sided, from which on one of the statements slower, faster and equal is shown; 1 where none is at any.</summary>
    public double PValue
    {
        get
        {
            double slower = PAbove(Slower), faster = PBelow(Faster), equal = Math.Max(PAbove(Faster), PBelow(Slower));
            return Math.Min(1, 2 * Math.Min(Math.Min(slower, faster), equal));
        }
    }

    /// <summary>All limits that the median is shown to lie neither above nor below of.</summary>
    /// <param name="level">Two-sided.</param>
    /// <returns>With the confidence reached; all that the rounds allow where they are too few for the level.</returns>
    public Interval IntervalAt(double level)
    {
        int against = SignTest.MostAgainst(sorted.Length, share, level / 2) ?? 0;
        double confidence = 1 - 2 * SignTest.PValue(sorted.Length - against, against, share);
        return new Interval(sorted[against], sorted[^(against + 1)], Math.Max(0, confidence));
    }

    private double PAbove(double limit) => P(sorted.Count(ratio => ratio > limit));

    private double PBelow(double limit) => P(sorted.Count(ratio => ratio < limit));

    private double P(int beyond) => SignTest.PValue(beyond, sorted.Length - beyond, share);
}
