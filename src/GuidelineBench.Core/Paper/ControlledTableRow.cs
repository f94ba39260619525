using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

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
