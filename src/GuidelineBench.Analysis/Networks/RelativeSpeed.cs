using System.Collections.Immutable;

namespace GuidelineBench.Analysis.Networks;

/// <summary>How many times as fast a network is as the one that its part of the table is compared with.</summary>
/// <param name="Measured">Null where one of the two has no time.</param>
/// <param name="Phone">On the paper's phone.</param>
/// <param name="Gpu">On the paper's GPU.</param>
/// <param name="FewerMultiplyAdds">How many times as many multiply-adds the other has, as counted here: the speed-up that they promise.</param>
public sealed record RelativeSpeed(
    ComparedNetwork Network, ComparedNetwork Baseline, double? Measured, double? Phone, double? Gpu, double? FewerMultiplyAdds)
{
    /// <param name="baseline">The printed model that others are compared with, in the same block and at the same level.</param>
    /// <returns>Row by row in the paper's order, the baselines left out.</returns>
    public static ImmutableArray<RelativeSpeed> Of(GroupComparison comparison, string baseline) =>
    [
        .. from row in comparison.Rows
           where row.Paper.Model != baseline
           from other in comparison.Rows
           where other.Paper.Model == baseline && other.Paper.Block == row.Paper.Block && other.Paper.Level == row.Paper.Level
           select new RelativeSpeed(
               row,
               other,
               row.ImagesPerSecond / other.ImagesPerSecond,
               row.Paper.PhoneImagesPerSecond / other.Paper.PhoneImagesPerSecond,
               row.Paper.GpuPerSecond / other.Paper.GpuPerSecond,
               (double?)other.Measured?.Cell.MultiplyAdds / row.Measured?.Cell.MultiplyAdds),
    ];
}
