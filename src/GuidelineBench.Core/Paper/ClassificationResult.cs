namespace GuidelineBench.Core.Paper;

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
