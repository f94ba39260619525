using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>What a run's times say about one ratio.</summary>
internal interface IEvidence
{
    /// <summary>
    /// Whether it rests on blocks. Rounds are judged as they always were: their brackets are too wide for a ratio to be at a limit, or for
    /// scales to be shown to differ.
    /// </summary>
    bool IsByBlocks { get; }

    /// <summary>The ratio itself.</summary>
    double Ratio { get; }

    /// <summary>The level, two-sided, from which on one of the statements slower, faster and equal is shown; 1 where none is at any.</summary>
    double PValue { get; }

    /// <summary>All ratios that are not excluded.</summary>
    /// <param name="level">Two-sided.</param>
    /// <returns>With the confidence reached.</returns>
    Interval IntervalAt(double level);
}

/// <summary>
/// What blocks say about a ratio: step 5 of docs/method.md for runs that have them. Each look has its share of the level,
/// so that a run may end at whichever of them decides it.
/// </summary>
/// <param name="ratio">Of one scale, or of several together.</param>
internal sealed class BlockEvidence(BlockRatio ratio) : IEvidence
{
    public bool IsByBlocks => true;

    public double Ratio => ratio.Ratio;

    public double PValue
    {
        get
        {
            double slower = ratio.PAbove(Limits.Slower), faster = ratio.PBelow(Limits.Faster);
            double equal = Math.Max(ratio.PAbove(Limits.Faster), ratio.PBelow(Limits.Slower));
            return Math.Min(1, BlockLooks.After.Length * 2 * Math.Min(Math.Min(slower, faster), equal));
        }
    }

    public Interval IntervalAt(double level) => ratio.IntervalAt(BlockLooks.LevelOfOne(level)) with { Confidence = 1 - level };
}

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
