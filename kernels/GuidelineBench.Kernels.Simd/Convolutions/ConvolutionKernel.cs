namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>A compiled convolution over consecutive tiles of one image.</summary>
/// <param name="input">First tile's input.</param>
/// <param name="parameters">Packed by <see cref="PackedParameters"/>.</param>
/// <param name="output">First tile's output.</param>
/// <param name="addendDistances">For each map to add, its distance from the output in bytes: it lies as the output does.</param>
/// <param name="tiles">1 or more.</param>
/// <param name="inputs">For a shape that gathers, where each input of each group lies in a tile, in bytes from its start.</param>
/// <param name="outputs">For a shape that scatters, where each output channel lies in a tile, in bytes from its start.</param>
internal unsafe delegate void ConvolutionKernel(
    float* input, float* parameters, float* output, nint* addendDistances, nint tiles, nint* inputs, nint* outputs);
