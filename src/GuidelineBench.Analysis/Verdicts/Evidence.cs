using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>
/// What the ratios of rounds say about the effect at the middle one of the scales. A contrast judged alone is the case of
/// one scale.
/// </summary>
/// <remarks>
/// That a majority of the scales (2 of 3) has an effect beyond a limit is a partial conjunction, [Benjamini2008]: it is
/// shown when the sign test shows it for every choice of scales that cannot all fail then (any 2 of 3), their rounds
/// pooled. So no scale carries the word alone, nor does one odd cell; and three scales can show together what none of
/// them shows alone.
/// </remarks>
internal sealed class Evidence
{
    /// <summary>A ratio above this matters.</summary>
    public const double Slower = 1 + Guideline.SmallestEffectThatMatters;

    /// <summary>The same in the other direction.</summary>
    public const double Faster = 1 / Slower;

    private readonly ImmutableArray<double[]> pools;
    private readonly double share;

    /// <param name="byScale">Ratios of the rounds at each scale: one scale or more, each with one ratio or more.</param>
    /// <param name="share">Effective rounds over rounds.</param>
    public Evidence(IReadOnlyList<ImmutableArray<double>> byScale, double share)
    {
        this.share = share;
        int majority = byScale.Count / 2 + 1;
        pools = [.. Choices(byScale, byScale.Count - majority + 1).Select(chosen => chosen.SelectMany(ratios => ratios).Order().ToArray())];
    }

    /// <summary>The level, two-sided, from which on one of the statements slower, faster and equal is shown; 1 where none is at any.</summary>
    public double PValue
    {
        get
        {
            double slower = PAbove(Slower), faster = PBelow(Faster), equal = Math.Max(PAbove(Faster), PBelow(Slower));
            return Math.Min(1, 2 * Math.Min(Math.Min(slower, faster), equal));
        }
    }

    /// <summary>The interval of the ratio at the middle scale: all limits that are shown to lie neither above nor below it.</summary>
    /// <param name="level">Two-sided.</param>
    /// <returns>With the confidence reached, for independent rounds; all that the rounds allow where they are too few for the level.</returns>
    public Interval IntervalAt(double level)
    {
        double lower = double.PositiveInfinity, upper = double.NegativeInfinity, confidence = 1;
        foreach (double[] pool in pools)
        {
            int against = SignTest.MostAgainst(pool.Length, share, level / 2) ?? 0;
            lower = Math.Min(lower, pool[against]);
            upper = Math.Max(upper, pool[pool.Length - 1 - against]);
            confidence = Math.Min(confidence, 1 - 2 * SignTest.PValue(pool.Length - against, against, share));
        }

        return new Interval(lower, upper, Math.Max(0, confidence));
    }

    private double PAbove(double limit) => pools.Max(pool => P(pool.Count(ratio => ratio > limit), pool.Length));

    private double PBelow(double limit) => pools.Max(pool => P(pool.Count(ratio => ratio < limit), pool.Length));

    private double P(int beyond, int count) => SignTest.PValue(beyond, count - beyond, share);

    private static IEnumerable<ImmutableArray<T>> Choices<T>(IReadOnlyList<T> items, int count)
    {
        if (count == 0)
            return [[]];
        return items.SelectMany((item, index) => Choices([.. items.Skip(index + 1)], count - 1).Select(others => others.Insert(0, item)));
    }
}
