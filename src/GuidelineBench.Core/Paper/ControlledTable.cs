using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>One of Tables 1 to 4 as printed (ShuffleNet V2, Section 2).</summary>
/// <param name="Rows">In the paper's order.</param>
public sealed record ControlledTable(ImmutableArray<ControlledTableRow> Rows);

/// <summary>A printed row of Tables 1 to 4, its speeds in the order x1, x2, x4.</summary>
/// <param name="Label">As in <see cref="Experiments.ExperimentRow"/>.</param>
/// <param name="CpuChannels">Channels as printed for the Snapdragon 810: Table 1 c1 and c2 at x1, Table 2 c at x1, Tables 3 and 4 c of the three columns.</param>
/// <param name="CpuImagesPerSecond">Snapdragon 810, one thread ("CPU" or "ARM").</param>
/// <param name="GpuChannels">The same channels as printed for the GTX 1080Ti.</param>
/// <param name="GpuBatchesPerSecond">GTX 1080Ti, batch 1.</param>
public sealed record ControlledTableRow(
    string Label,
    ImmutableArray<int> CpuChannels,
    ImmutableArray<double> CpuImagesPerSecond,
    ImmutableArray<int> GpuChannels,
    ImmutableArray<double> GpuBatchesPerSecond);

/// <summary>A speed that the paper prints in Tables 1 to 4.</summary>
/// <param name="PerSecond">Snapdragon 810: images per second; GTX 1080Ti: batches per second, of one image each.</param>
/// <param name="MultiplyAdds">Per image, of the channels that the paper prints; where these are not what is run, as in Table 2 at c = 180 and g = 8, not of the latter.</param>
public sealed record PrintedSpeed(double PerSecond, long MultiplyAdds)
{
    /// <summary>Nanoseconds per multiply-add, in which rows of unequal work are compared.</summary>
    public double NsPerMultiplyAdd => 1e9 / PerSecond / MultiplyAdds;
}
