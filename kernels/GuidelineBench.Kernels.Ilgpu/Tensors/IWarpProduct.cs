using GuidelineBench.Kernels.Ilgpu.Maps;

namespace GuidelineBench.Kernels.Ilgpu.Tensors;

/// <summary>
/// The product that the 32 threads of a warp compute together: D = A B + C with A of 16 x 8, B of 8 x 8, C and D of 16 x 8 elements,
/// factors in TF32 and sums in FP32. Each thread holds a part of the matrices, by its group = lane / 4 and its member = lane % 4, as
/// PTX lays out the fragments of <c>mma.m16n8k8</c>.
/// </summary>
internal interface IWarpProduct
{
    /// <summary>The nearest number with 10 bits of mantissa, ties away from zero.</summary>
    static abstract float Rounded(float value);

    /// <summary>All threads of a warp call it together.</summary>
    /// <param name="a0">A at row group, column member.</param>
    /// <param name="a1">A at row group + 8, column member.</param>
    /// <param name="a2">A at row group, column member + 4.</param>
    /// <param name="a3">A at row group + 8, column member + 4.</param>
    /// <param name="b0">B at row member, column group.</param>
    /// <param name="b1">B at row member + 4, column group.</param>
    /// <param name="c0">C at row group, column 2 member.</param>
    /// <param name="c1">C at row group, column 2 member + 1.</param>
    /// <param name="c2">C at row group + 8, column 2 member.</param>
    /// <param name="c3">C at row group + 8, column 2 member + 1.</param>
    /// <returns>D where C is.</returns>
    static abstract Float4 MultiplyAdd(
        float a0, float a1, float a2, float a3, float b0, float b1, float c0, float c1, float c2, float c3);
}
