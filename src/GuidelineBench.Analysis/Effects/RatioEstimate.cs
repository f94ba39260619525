using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Analysis.Effects;

/// <summary>How many times longer one cell takes per multiply-add than another.</summary>
/// <param name="Median">Median of the rounds' ratios; the ratio of the floors in a run that has blocks.</param>
/// <param name="Interval">Over the rounds or blocks; null where <paramref name="WithoutInterval"/> says why.</param>
/// <param name="Rounds">Rounds, or blocks, in which both cells have samples.</param>
/// <param name="Busy">The ratio of the median passes, other load included; null in a run of rounds alone.</param>
public sealed record RatioEstimate(double Median, Interval? Interval, int Rounds, NoInterval? WithoutInterval, double? Busy = null);

/// <summary>Why a ratio has no interval.</summary>
public enum NoInterval
{
    /// <summary>Fewer rounds than an interval of useful coverage needs.</summary>
    TooFewRounds,

    /// <summary>The run ended early; when it ended may have depended on what it showed.</summary>
    RunIncomplete,

    /// <summary>A cell that the ratio needs was skipped or is in the file twice.</summary>
    CellUnfit,
}

/// <summary>
/// Compares two cells of one run inside each round, so that a drift of the machine from round to round falls out,
/// and per multiply-add, as the paper's rows differ by up to 6 % in work.
/// </summary>
public static class TimeRatios
{
    /// <summary>The ratio in each round that has both cells, in order of time.</summary>
    public static ImmutableArray<double> ByRound(CellResult cell, CellResult baseline) =>
    [
        .. RoundTimes.NsPerMultiplyAdd(cell)
            .Zip(RoundTimes.NsPerMultiplyAdd(baseline), (own, other) => own > 0 && other > 0 ? own / other : null)
            .OfType<double>()
            .Where(double.IsFinite),
    ];

    /// <param name="complete">Whether the run has all its rounds.</param>
    /// <returns>Time per multiply-add of <paramref name="cell"/> over that of <paramref name="baseline"/>; null when no round has both.</returns>
    public static RatioEstimate? Of(CellResult cell, CellResult baseline, bool complete)
    {
        if (BlockRatio.Of(cell, baseline) is { } blocks)
            return OfBlocks(blocks, complete) with { Busy = BlockRatio.OfMedians(cell, baseline) };
        ImmutableArray<double> ratios = ByRound(cell, baseline);
        if (ratios.Length == 0)
            return null;
        double median = Medians.Median(ratios);
        if (ratios.Length < MedianIntervals.FewestValues)
            return new RatioEstimate(median, null, ratios.Length, NoInterval.TooFewRounds);
        return complete
            ? new RatioEstimate(median, MedianIntervals.Of(ratios), ratios.Length, null)
            : new RatioEstimate(median, null, ratios.Length, NoInterval.RunIncomplete);
    }

    private static RatioEstimate OfBlocks(BlockRatio ratio, bool complete) => complete
        ? new RatioEstimate(ratio.Ratio, ratio.IntervalAt(1 - MedianIntervals.Confidence), ratio.Blocks, null)
        : new RatioEstimate(ratio.Ratio, null, ratio.Blocks, NoInterval.RunIncomplete);
}

/// <summary>A cell's times by round.</summary>
public static class RoundTimes
{
    /// <summary>
    /// Nanoseconds per multiply-add, by round: the median of the round's samples over the multiply-adds of the batch.
    /// Null for a round without samples; empty for a cell without work.
    /// </summary>
    public static ImmutableArray<double?> NsPerMultiplyAdd(CellResult cell) => cell.PassMultiplyAdds > 0
        ? [.. cell.Rounds.Select(samples => samples.IsDefaultOrEmpty ? (double?)null : Medians.Median(samples) / cell.PassMultiplyAdds)]
        : [];
}
