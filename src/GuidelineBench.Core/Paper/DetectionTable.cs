using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Table 7: detection on COCO with the networks as backbones of Light-Head R-CNN, whole detector timed.</summary>
/// <param name="LevelsMegaMultiplyAdds">The four levels of complexity, 10^6 multiply-adds of the backbone at 224x224: the order of the rows' lists.</param>
public sealed record DetectionTable(
    ImmutableArray<int> LevelsMegaMultiplyAdds,
    int InputHeight,
    int InputWidth,
    int GpuBatch,
    ImmutableArray<DetectionResult> Rows);

/// <summary>A row of Table 7, by level of complexity.</summary>
/// <param name="MeanAveragePrecision">mmAP in percent.</param>
/// <param name="GpuImagesPerSecond">GTX 1080Ti.</param>
public sealed record DetectionResult(
    string Model,
    ImmutableArray<double> MeanAveragePrecision,
    ImmutableArray<double> GpuImagesPerSecond);
