using Perfolizer.Mathematics.Common;

namespace GuidelineBench.Analysis.Statistics;

/// <summary>
/// How much a value resembles the one before it: the serial correlation of ranks at lag 1, [Wald1943], which outliers
/// cannot dominate, of several series together.
/// </summary>
public static class SerialCorrelation
{
    /// <param name="series">In order of time; those with fewer than three values or with equal ones alone say nothing.</param>
    /// <returns>About 0 for independent values; null where no series says anything.</returns>
    public static double? Of(IEnumerable<IReadOnlyList<double>> series)
    {
        double products = 0, squares = 0;
        foreach (IReadOnlyList<double> values in series.Where(values => values.Count >= 3))
        {
            double mean = (values.Count + 1) / 2.0;
            double[] ranks = [.. Ranker.Instance.GetRanks([.. values]).Select(rank => rank - mean)];
            double own = ranks.Sum(rank => rank * rank);
            // Ranks sum to a constant, so that independent ones have -1/n in the mean; that is put back.
            products += ranks.Zip(ranks.Skip(1), (one, next) => one * next).Sum() + own / values.Count;
            squares += own * (values.Count - 1) / values.Count;
        }

        return squares > 0 ? products / squares : null;
    }

    /// <summary>Independent values that tell as much of a mean as one value of a series does, [Bayley1946] for many values: (1 - r) / (1 + r), and never more than 1.</summary>
    /// <param name="correlation">From one value to the next; a negative one counts as none.</param>
    public static double EffectiveShare(double correlation)
    {
        double r = Math.Clamp(correlation, 0, MostCorrelation);
        return (1 - r) / (1 + r);
    }

    /// <summary>A share is above 0 whatever was estimated.</summary>
    private const double MostCorrelation = 0.95;
}
