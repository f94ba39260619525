using GuidelineBench.Kernels.Simd.Emission;

namespace GuidelineBench.Kernels.Simd.Elementwise;

/// <summary>What an element-wise kernel is specialised for.</summary>
/// <param name="Operands">Maps that are added; 1 for none.</param>
/// <param name="Clamp">Which values are then cut off.</param>
internal readonly record struct ElementwiseShape(int Operands, Clamp Clamp);
