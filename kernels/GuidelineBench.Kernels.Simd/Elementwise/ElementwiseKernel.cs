namespace GuidelineBench.Kernels.Simd.Elementwise;

/// <summary>A compiled element-wise operator over consecutive floats; borders are zero in and zero out.</summary>
/// <param name="output">First float of the result.</param>
/// <param name="operandDistances">Distance of each operand from the output, in bytes.</param>
/// <param name="blocks">1 or more blocks of <see cref="ElementwiseEmitter.BlockFloats"/>.</param>
internal unsafe delegate void ElementwiseKernel(float* output, nint* operandDistances, nint blocks);
