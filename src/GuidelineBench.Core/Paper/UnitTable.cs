using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Appendix Table 1 (b): ten units of one network on top of each other.</summary>
/// <param name="Channels">c of ShuffleNet v2; other units have the channels that give the same multiply-adds. The order of the rows' lists.</param>
public sealed record UnitTable(ImmutableArray<int> Channels, ImmutableArray<UnitResult> Rows);

/// <summary>A row of Appendix Table 1 (b), by channels.</summary>
/// <param name="MapSize">Height and width of the map: 56 or 28.</param>
/// <param name="GpuBatchesPerSecond">GTX 1080Ti; the paper does not state the batch.</param>
/// <param name="CpuImagesPerSecond">Snapdragon 810, one thread.</param>
public sealed record UnitResult(
    int MapSize,
    string Unit,
    ImmutableArray<double> GpuBatchesPerSecond,
    ImmutableArray<double> CpuImagesPerSecond);
