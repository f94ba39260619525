using Perfolizer.Mathematics.Common;

namespace GuidelineBench.Analysis.Statistics;

/// <summary>
/// Spearman's rank correlation, [Spearman1904]: Pearson's correlation of the ranks, equal values sharing their mean rank.
/// 1 for the same order, -1 for the opposite one.
/// </summary>
/// <param name="Rho">-1 to 1.</param>
/// <param name="Count">Pairs.</param>
public readonly record struct RankCorrelation(double Rho, int Count)
{
    /// <summary>Of three or fewer pairs the sign says next to nothing.</summary>
    public const int FewestPairs = 4;

    /// <returns>Null under <see cref="FewestPairs"/> pairs, or where one side's values are all equal.</returns>
    public static RankCorrelation? Of(IReadOnlyCollection<(double X, double Y)> pairs)
    {
        if (pairs.Count < FewestPairs)
            return null;
        double[] x = Ranks(pairs.Select(pair => pair.X)), y = Ranks(pairs.Select(pair => pair.Y));
        double mean = (pairs.Count + 1) / 2.0;
        double xx = x.Sum(rank => (rank - mean) * (rank - mean)), yy = y.Sum(rank => (rank - mean) * (rank - mean));
        return xx == 0 || yy == 0
            ? null
            : new RankCorrelation(x.Zip(y, (a, b) => (a - mean) * (b - mean)).Sum() / Math.Sqrt(xx * yy), pairs.Count);
    }

    private static double[] Ranks(IEnumerable<double> values) => Ranker.Instance.GetRanks([.. values]);
}
