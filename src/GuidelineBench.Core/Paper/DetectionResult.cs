using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>A row of Table 7, by level of complexity.</summary>
/// <param name="MeanAveragePrecision">mmAP in percent.</param>
/// <param name="GpuImagesPerSecond">GTX 1080Ti.</param>
public sealed record DetectionResult(
    string Model,
    ImmutableArray<double> MeanAveragePrecision,
    ImmutableArray<double> GpuImagesPerSecond);
