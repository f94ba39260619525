using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using Perfolizer;
using Perfolizer.Mathematics.QuantileEstimators;

namespace GuidelineBench.Benchmarks.Cells;

/// <summary>The numbers of a cell that follow from its samples.</summary>
internal static class CellNumbers
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>A multiplication and an addition.</summary>
    private const int OperationsPerMultiplyAdd = 2;

    /// <param name="fmaGflops">The ceiling at the cell's thread count; null where none was measured.</param>
    public static CellResult Derive(CellResult cell, double? fmaGflops)
    {
        if (cell.Skipped is not null || cell.Rounds.IsEmpty)
        {
            return cell with
            {
                Rounds = [],
                MedianNs = null,
                DeviceNs = null,
                Sustained = null,
                ImagesPerSecond = null,
                BatchesPerSecond = null,
                Gflops = null,
                PercentOfPeak = null,
            };
        }

        double medianNs = MedianOfMedians(cell.Rounds);
        double gflops = (double)OperationsPerMultiplyAdd * cell.MultiplyAdds * cell.Batch / medianNs;
        return cell with
        {
            MedianNs = medianNs,
            ImagesPerSecond = cell.Batch * NanosecondsPerSecond / medianNs,
            BatchesPerSecond = NanosecondsPerSecond / medianNs,
            Gflops = gflops,
            PercentOfPeak = 100 * gflops / fmaGflops,
        };
    }

    /// <returns>The median of the rounds' medians, nanoseconds.</returns>
    public static double MedianOfMedians(IEnumerable<ImmutableArray<double>> rounds) => Median(rounds.Select(round => Median(round)));

    private static double Median(IEnumerable<double> values) =>
        SimpleQuantileEstimator.Instance.Median(new Sample([.. values]));

    private static double Median(ImmutableArray<double> samples) => Median(samples.AsEnumerable());
}
