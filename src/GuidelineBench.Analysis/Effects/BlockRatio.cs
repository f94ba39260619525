using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;
using Perfolizer.Mathematics.Distributions.ContinuousDistributions;

namespace GuidelineBench.Analysis.Effects;

/// <summary>
/// How many times longer one cell takes per multiply-add than another when nothing else disturbs, from blocks in which both
/// were visited in turn.
/// </summary>
/// <param name="LogRatio">The mean, over the blocks that count, of the logarithm of the ratio of the two floors.</param>
/// <param name="StandardError">Of <paramref name="LogRatio"/>, what starts of the program differ by included.</param>
/// <param name="Degrees">Of Student's t, by Welch and Satterthwaite.</param>
/// <param name="Blocks">Blocks that have both cells.</param>
public readonly record struct BlockRatio(double LogRatio, double StandardError, double Degrees, int Blocks)
{
    /// <summary>An interval of fewer blocks would be too wide to say anything.</summary>
    public const int FewestBlocks = 4;

    /// <summary>
    /// What ratios of the same two cells differ by from start to start of the program beyond what blocks show, as a deviation
    /// of the logarithm: code lies elsewhere, and so do the large pages.
    /// </summary>
    public const double StartDeviation = 0.003;

    /// <summary>
    /// A block counts in any case where both floors together lie above the run's lowest by no more than this: nothing but the
    /// clock's own jitter disturbed it.
    /// </summary>
    private const double Undisturbed = 0.02;

    /// <summary>Equal times in all blocks are the clock's doing, not certainty.</summary>
    private const double LeastDeviation = 1e-4;

    public double Ratio => Math.Exp(LogRatio);

    /// <param name="level">Two-sided.</param>
    public Interval IntervalAt(double level)
    {
        double reach = StandardError * new StudentDistribution(Degrees).Quantile(1 - level / 2);
        return new Interval(Math.Exp(LogRatio - reach), Math.Exp(LogRatio + reach), 1 - level);
    }

    /// <returns>Probability of a ratio as high as this, or higher, where the true one is at the limit or below.</returns>
    public double PAbove(double limit) => new StudentDistribution(Degrees).Cdf((Math.Log(limit) - LogRatio) / StandardError);

    /// <returns>Probability of a ratio as low as this, or lower, where the true one is at the limit or above.</returns>
    public double PBelow(double limit) => new StudentDistribution(Degrees).Cdf((LogRatio - Math.Log(limit)) / StandardError);

    /// <returns>Null where fewer than <see cref="FewestBlocks"/> blocks have both cells.</returns>
    public static BlockRatio? Of(CellResult cell, CellResult baseline)
    {
        int blocks = Math.Min(cell.Blocks.Length, baseline.Blocks.Length);
        if (blocks < FewestBlocks)
            return null;
        double[] own = Logs(cell, blocks), other = Logs(baseline, blocks);
        double lowest = own.Min() + other.Min();
        // Slow together, not slow against each other: what is left out has no part in the ratio.
        var quiet = Enumerable.Range(0, blocks)
            .Select(block => (Excess: own[block] + other[block] - lowest, LogRatio: own[block] - other[block]))
            .OrderBy(block => block.Excess)
            .Where((block, rank) => 2 * rank < blocks || block.Excess <= Undisturbed);
        return Of([.. quiet.Select(block => block.LogRatio)], blocks);
    }

    /// <summary>The ratio in the middle of several: the mean of their logarithms.</summary>
    /// <param name="ratios">Of different cells, one or more.</param>
    public static BlockRatio Mean(IReadOnlyCollection<BlockRatio> ratios)
    {
        double[] squares = [.. ratios.Select(ratio => ratio.StandardError * ratio.StandardError)];
        double sum = squares.Sum();
        return new BlockRatio(
            ratios.Average(ratio => ratio.LogRatio),
            Math.Sqrt(sum) / ratios.Count,
            sum * sum / ratios.Zip(squares, (ratio, square) => square * square / ratio.Degrees).Sum(),
            ratios.Min(ratio => ratio.Blocks));
    }

    /// <summary>The ratio of the blocks' median passes, other load included: for who deploys on a busy machine.</summary>
    public static double? OfMedians(CellResult cell, CellResult baseline) =>
        cell.Blocks.IsEmpty || baseline.Blocks.IsEmpty
            ? null
            : Medians.Median([.. cell.Blocks.Zip(baseline.Blocks, (own, other) => own.MedianNs / cell.PassMultiplyAdds / (other.MedianNs / baseline.PassMultiplyAdds))]);

    private static BlockRatio Of(ImmutableArray<double> logRatios, int blocks)
    {
        double mean = logRatios.Average();
        double square = Math.Max(logRatios.Sum(ratio => (ratio - mean) * (ratio - mean)) / (logRatios.Length - 1), LeastDeviation * LeastDeviation) / logRatios.Length;
        double sum = square + StartDeviation * StartDeviation;
        return new BlockRatio(mean, Math.Sqrt(sum), sum * sum / (square * square / (logRatios.Length - 1)), blocks);
    }

    private static double[] Logs(CellResult cell, int blocks) =>
        [.. cell.Blocks.Take(blocks).Select(block => Math.Log(block.FloorNs / cell.PassMultiplyAdds))];
}
