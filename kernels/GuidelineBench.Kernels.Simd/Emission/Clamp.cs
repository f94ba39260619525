namespace GuidelineBench.Kernels.Simd.Emission;

/// <summary>The activations that a kernel applies in one or two instructions.</summary>
internal enum Clamp
{
    None,

    /// <summary>Negative values become zero: ReLU.</summary>
    AtZero,

    /// <summary>And values above six become six: ReLU6.</summary>
    AtZeroAndSix,
}
