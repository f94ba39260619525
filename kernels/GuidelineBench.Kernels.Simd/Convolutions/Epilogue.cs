using GuidelineBench.Kernels.Simd.Emission;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>What is done with a convolution's sum before it is stored.</summary>
/// <param name="Addends">Maps of the output's shape and layout that are added.</param>
/// <param name="Clamp">Which values are then cut off.</param>
internal readonly record struct Epilogue(int Addends, Clamp Clamp);
