using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Benchmarks.Cells;

/// <summary>The numbers of a cell that follow from its samples.</summary>
internal static class CellNumbers
{
    private const double NanosecondsPerSecond = 1e9;

    /// <param name="fmaGflops">The ceiling at the cell's thread count; null where none was measured.</param>
    /// <param name="byRound">What the ceiling's work reached in each round; null in rounds where it was not measured.</param>
    public static CellResult Derive(CellResult cell, double? fmaGflops, ImmutableArray<double?> byRound)
    {
        if (cell.Skipped is not null || (cell.Rounds.IsEmpty && cell.Blocks.IsEmpty))
        {
            return cell with
            {
                Rounds = [],
                Blocks = [],
                MedianNs = null,
                DeviceNs = null,
                Sustained = null,
                ImagesPerSecond = null,
                BatchesPerSecond = null,
                Gflops = null,
                PercentOfPeak = null,
                PercentOfRoundPeak = null,
            };
        }

        // Of two builds that take turns there are blocks alone.
        double medianNs = cell.Rounds.IsEmpty ? Medians.Median([.. cell.Blocks.Select(block => block.MedianNs)]) : MedianOfMedians(cell.Rounds);
        double gflops = cell.PassOperations / medianNs;
        return cell with
        {
            MedianNs = medianNs,
            ImagesPerSecond = cell.Batch * NanosecondsPerSecond / medianNs,
            BatchesPerSecond = NanosecondsPerSecond / medianNs,
            Gflops = gflops,
            PercentOfPeak = 100 * gflops / fmaGflops,
            PercentOfRoundPeak = Median(cell.Rounds.Zip(byRound, (round, peak) => 100 * cell.PassOperations / Medians.Median(round) / peak).OfType<double>()),
        };
    }

    /// <returns>The median of the rounds' medians, nanoseconds.</returns>
    public static double MedianOfMedians(IEnumerable<ImmutableArray<double>> rounds) => Medians.Median([.. rounds.Select(round => Medians.Median(round))]);

    /// <returns>Null without values.</returns>
    public static double? Median(IEnumerable<double> values) => values.ToArray() is { Length: > 0 } known ? Medians.Median(known) : null;
}
