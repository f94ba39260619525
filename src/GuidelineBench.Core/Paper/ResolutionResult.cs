using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>A row of Appendix Table 1 (a), by level of complexity.</summary>
/// <param name="Size">The input as printed, e.g. <c>640x480</c>; the paper does not say which of the two is the height.</param>
/// <param name="GpuBatch">Images per batch in the GPU column.</param>
/// <param name="GpuBatchesPerSecond">GTX 1080Ti.</param>
/// <param name="CpuImagesPerSecond">Snapdragon 810, one thread.</param>
public sealed record ResolutionResult(
    string Size,
    string Network,
    ImmutableArray<int> GpuBatch,
    ImmutableArray<double> GpuBatchesPerSecond,
    ImmutableArray<double> CpuImagesPerSecond);
