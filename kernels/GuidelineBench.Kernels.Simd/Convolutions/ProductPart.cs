namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>A part of a <see cref="ProductStage"/> with its parameters and addresses.</summary>
/// <param name="Parameters">Packed by <see cref="PackedParameters"/>.</param>
/// <param name="InputOffset">Floats from the start of a tile of the input to the part's first input.</param>
/// <param name="OutputOffset">Floats from the start of a tile of the output to the part's first output.</param>
/// <param name="InputTable">For a shape that gathers.</param>
/// <param name="OutputTable">For a shape that scatters.</param>
internal sealed record ProductPart(
    ConvolutionPart Part, nint Parameters, int InputOffset, int OutputOffset, nint InputTable, nint OutputTable);
