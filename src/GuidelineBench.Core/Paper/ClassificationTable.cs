using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Table 8: classification error and speed of whole networks on ImageNet.</summary>
/// <param name="GpuBatch">Images per batch in the GPU column.</param>
/// <param name="CpuBatch">Images per batch in the ARM column.</param>
public sealed record ClassificationTable(int GpuBatch, int CpuBatch, ImmutableArray<ClassificationResult> Rows);

/// <summary>A row of Table 8.</summary>
/// <param name="LevelMegaMultiplyAdds">The group of the table that it stands in: 40, 140, 300 or 500.</param>
/// <param name="Model">As printed, without the asterisks that mark another input size.</param>
/// <param name="InputSize">Height and width: 224, or 160 and 192 where the paper marks it.</param>
/// <param name="MegaMultiplyAdds">10^6 per image.</param>
/// <param name="Top1ErrorPercent">ImageNet validation, one crop.</param>
/// <param name="GpuBatchesPerSecond">GTX 1080Ti; null where none is printed.</param>
/// <param name="CpuImagesPerSecond">Snapdragon 810, one thread; null where none is printed.</param>
public sealed record ClassificationResult(
    int LevelMegaMultiplyAdds,
    string Model,
    int InputSize,
    double MegaMultiplyAdds,
    double Top1ErrorPercent,
    double? GpuBatchesPerSecond,
    double? CpuImagesPerSecond);

/// <summary>Table 6: large models on ImageNet.</summary>
public sealed record LargeModelTable(ImmutableArray<LargeModel> Rows);

/// <summary>A row of Table 6.</summary>
/// <param name="GigaMultiplyAdds">10^9 per image at 224x224.</param>
/// <param name="Top1ErrorPercent">ImageNet validation, one crop.</param>
public sealed record LargeModel(string Model, double GigaMultiplyAdds, double Top1ErrorPercent);

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

/// <summary>Table 8 of ShuffleNet v1 (Zhang et al. 2018): times on an ARM processor, one thread; the figures behind its comparison with AlexNet.</summary>
/// <param name="Sizes">Inputs as printed: the order of the rows' lists.</param>
public sealed record MobileTimeTable(ImmutableArray<string> Sizes, ImmutableArray<MobileTime> Rows);

/// <summary>A row of ShuffleNet v1's Table 8, by input size.</summary>
/// <param name="MegaMultiplyAdds">10^6 per image at 224x224.</param>
/// <param name="Milliseconds">Per image, one thread.</param>
public sealed record MobileTime(
    string Model,
    double Top1ErrorPercent,
    double MegaMultiplyAdds,
    ImmutableArray<double> Milliseconds);

/// <summary>Appendix Table 1 (a): whole networks at larger inputs.</summary>
/// <param name="LevelsMegaMultiplyAdds">The four levels of complexity at 224x224, 10^6 multiply-adds: the order of the rows' lists.</param>
public sealed record ResolutionTable(ImmutableArray<int> LevelsMegaMultiplyAdds, ImmutableArray<ResolutionResult> Rows);

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
