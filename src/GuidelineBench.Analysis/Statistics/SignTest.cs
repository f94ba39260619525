using Perfolizer.Mathematics.Distributions.DiscreteDistributions;

namespace GuidelineBench.Analysis.Statistics;

/// <summary>
/// The sign test of a median, [Conover1999] Section 3.4, for values that follow each other in time: as if there were fewer
/// of them, by the share that correlation from one to the next leaves.
/// </summary>
/// <remarks>
/// Chosen against Wilcoxon's signed ranks and a bootstrap: both need ratios to be spread alike on both sides, and a cell
/// that is interrupted more often than the other, or has two speeds, breaks that. Signs need the median alone.
/// </remarks>
public static class SignTest
{
    /// <param name="beyond">Values on the side that is to be shown.</param>
    /// <param name="short">The other values.</param>
    /// <param name="share">Effective values over values, above 0 and at most 1.</param>
    /// <returns>Probability of as many values beyond, or more, where the true median lies on the other side or at the limit; to eight digits.</returns>
    public static double PValue(int beyond, int @short, double share)
    {
        int n = (int)Math.Floor((beyond + @short) * share), against = (int)Math.Ceiling(@short * share);
        return against >= n ? 1 : new BinomialDistribution(n, 0.5).Cdf(against);
    }

    /// <summary>How many of the values may lie on the wrong side at a level.</summary>
    /// <param name="level">One-sided, above 0 and below 0.5.</param>
    /// <returns>Null where not even all values on one side reach the level.</returns>
    public static int? MostAgainst(int count, double share, double level)
    {
        int? most = null;
        for (int against = 0; against < count && PValue(count - against, against, share) <= level; against++)
            most = against;
        return most;
    }
}
