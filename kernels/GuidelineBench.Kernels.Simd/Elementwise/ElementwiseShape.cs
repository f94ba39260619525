namespace GuidelineBench.Kernels.Simd.Elementwise;

/// <summary>What an element-wise kernel is specialised for.</summary>
/// <param name="Operands">Maps that are added; 1 for none.</param>
/// <param name="ReLU">Whether negative values then become zero.</param>
internal readonly record struct ElementwiseShape(int Operands, bool ReLU);
