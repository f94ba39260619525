using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Analysis.Effects;

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
