using System.Collections.Immutable;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Analysis.Regressions;

/// <summary>The deviation of each row's change that noise alone gives, and how well it is known.</summary>
/// <param name="Deviations">By row, of the difference of the two medians, as logarithms.</param>
/// <param name="Degrees">Degrees of freedom of Student's t.</param>
internal sealed record RowSpreads(ImmutableArray<double> Deviations, double Degrees)
{
    /// <param name="baseline">By run, then by row: logarithms of times beside the other rows.</param>
    /// <param name="changes">By row, the difference of the medians.</param>
    /// <param name="gaps">By row, <see cref="FloorTime.Gap"/> of the two sides together as a deviation.</param>
    /// <param name="isCommonRemoved">Whether the rows are enough to show by their own spread how disturbed the runs were.</param>
    public static RowSpreads Of(
        IReadOnlyList<double[]> baseline, IReadOnlyList<double[]> now, double[] changes, double[] gaps, bool isCommonRemoved)
    {
        double share = Share(baseline.Count, now.Count);
        int degrees = baseline.Count + now.Count - 2;
        if (degrees < NoiseModel.CalibratedDegrees)
        {
            double least = Math.Max(isCommonRemoved ? NormalDeviation(changes) : 0, NoiseModel.LeastSpread * Math.Sqrt(share));
            return new RowSpreads([.. gaps.Select(gap => Math.Max(gap, least))], NoiseModel.PriorDegrees);
        }

        ImmutableArray<double> deviations = [.. BetweenRuns([baseline, now]).Select(spread => spread * Math.Sqrt(share))];
        double tails = Tails(degrees, now.Count);
        if (!isCommonRemoved)
            return new RowSpreads(deviations, tails);
        double excess = Math.Max(1, NormalDeviation([.. changes.Zip(deviations, (change, deviation) => change / deviation)]));
        return new RowSpreads(
            [.. deviations.Select(deviation => excess * deviation)],
            excess > NoiseModel.OtherConditions ? NoiseModel.PriorDegrees : tails);
    }

    /// <summary>By row, the deviation of one run, its variance drawn to the mean of all rows, [Smyth2004].</summary>
    /// <param name="sides">By side, then by run, then by row.</param>
    public static double[] BetweenRuns(IReadOnlyList<IReadOnlyList<double[]>> sides)
    {
        int degrees = sides.Sum(side => side.Count - 1);
        double[] variances = [.. sides[0][0].Select((_, row) => sides.Sum(side => SquaredDeviations([.. side.Select(run => run[row])])) / degrees)];
        double pooled = Math.Max(variances.Average(), NoiseModel.LeastSpread * NoiseModel.LeastSpread);
        return
        [
            .. variances.Select(variance =>
                Math.Sqrt((NoiseModel.PriorDegrees * pooled + degrees * variance) / (NoiseModel.PriorDegrees + degrees))),
        ];
    }

    /// <summary>Variance of the difference of two medians over that of one run.</summary>
    public static double Share(int baselineRuns, int newRuns) => MedianVariance(baselineRuns) + MedianVariance(newRuns);

    /// <summary>Degrees of freedom of Student's t, where spreads between runs are known with <paramref name="degrees"/>.</summary>
    public static double Tails(int degrees, int newRuns)
    {
        double all = NoiseModel.PriorDegrees + degrees;
        return newRuns < 3 ? Math.Min(all, NoiseModel.FewRunsDegrees) : all;
    }

    public static double SquaredDeviations(IReadOnlyCollection<double> values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }

    /// <summary>For normal values: pi / 2 over n for many, 1 / n for one and two.</summary>
    private static double MedianVariance(int count) => (count < 3 ? 1 : Math.PI / 2) / count;

    private static double NormalDeviation(double[] values) =>
        NoiseModel.NormalMedianDeviation * Medians.Median([.. values.Select(Math.Abs)]);
}
