using Perfolizer.Mathematics.Distributions.DiscreteDistributions;

namespace GuidelineBench.Analysis.Statistics;

/// <summary>
/// The distribution-free interval of a median between two order statistics, [Conover1999] Section 3.2: the number of
/// values below the true median is binomial with p = 1/2, so [x(k), x(n + 1 - k)] covers it with probability
/// 1 - 2 P(X &lt; k).
/// </summary>
/// <remarks>
/// Chosen against a bootstrap of the median: with 5 to 15 rounds a bootstrap can only mix the same few values and its
/// coverage is not known; this one is exact for any distribution, and needs no random numbers.
/// </remarks>
public static class MedianIntervals
{
    /// <summary>The coverage that is aimed at.</summary>
    public const double Confidence = 0.95;

    /// <summary>The least number of values that an interval is given for: the range of five covers the median with 93.75 %, of four with 87.5 %.</summary>
    public const int FewestValues = 5;

    /// <returns>The shortest such interval of at least <see cref="Confidence"/>; the whole range where no shorter one reaches it; null under <see cref="FewestValues"/> values.</returns>
    public static Interval? Of(IReadOnlyCollection<double> values)
    {
        int n = values.Count;
        if (n < FewestValues)
            return null;
        var below = new BinomialDistribution(n, 0.5);
        int k = 1;
        while (2 * (k + 1) <= n && Coverage(below, k + 1) >= Confidence)
            k++;
        double[] sorted = [.. values.Order()];
        return new Interval(sorted[k - 1], sorted[n - k], Coverage(below, k));
    }

    private static double Coverage(BinomialDistribution below, int k) => 1 - 2 * below.Cdf(k - 1);
}

/// <summary>An interval that covers the true median with at least the given probability.</summary>
/// <param name="Confidence">Coverage for independent rounds, 0 to 1.</param>
public readonly record struct Interval(double Lower, double Upper, double Confidence)
{
    public bool Overlaps(Interval other) => Lower <= other.Upper && other.Lower <= Upper;
}
