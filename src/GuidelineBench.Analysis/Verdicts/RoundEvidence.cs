using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>
/// What ratios of rounds say about the middle one of them: step 5 of docs/method.md for runs of rounds alone. A contrast judged alone brings the
/// rounds of one scale, a guideline those of all its scales.
/// </summary>
/// <remarks>
/// Signs of several scales are not alike, as each scale has a ratio of its own; their number varies less than that of
/// alike ones with the same mean, [Hoeffding1956], so the sign test keeps its level for the median over all of them. Rejected: a test for
/// each scale with all that hold counted, which needs each of two scales to stand out of the noise alone and finds an
/// effect of 10 % on a shared machine in one run of ten.
/// </remarks>
internal sealed class RoundEvidence : IEvidence
{
    private readonly ImmutableArray<double> sorted;
    private readonly double share;

    /// <param name="ratios">One or more.</param>
    /// <param name="share">Effective rounds over rounds.</param>
    public RoundEvidence(IEnumerable<double> ratios, double share)
    {
        sorted = [.. ratios.Order()];
        this.share = share;
    }

    public bool IsByBlocks => false;

    public double Ratio => Medians.Median(sorted);

    public double PValue
    {
        get
        {
            double slower = PAbove(Limits.Slower), faster = PBelow(Limits.Faster), equal = Math.Max(PAbove(Limits.Faster), PBelow(Limits.Slower));
            return Math.Min(1, 2 * Math.Min(Math.Min(slower, faster), equal));
        }
    }

    /// <returns>All that the rounds allow where they are too few for the level.</returns>
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
