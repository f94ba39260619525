namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>Where a <see cref="ProductStage"/> reads and writes.</summary>
/// <param name="Input">First tile of the first image.</param>
/// <param name="InputImageFloats">From one image to the next.</param>
/// <param name="Output">First tile of the first image.</param>
/// <param name="OutputImageFloats">From one image to the next.</param>
/// <param name="AddendDistances">For each map to add, its distance from the output in bytes, the same in all images.</param>
internal sealed record ProductAddresses(
    nint Input, long InputImageFloats, nint Output, long OutputImageFloats, nint AddendDistances);
