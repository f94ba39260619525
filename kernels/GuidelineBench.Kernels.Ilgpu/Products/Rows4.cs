using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>
/// Sums of four output channels at four pixels. Fields, not an array: ILGPU puts arrays in local memory, fields in registers.
/// </summary>
internal struct Rows4
{
    public Float4 R0;
    public Float4 R1;
    public Float4 R2;
    public Float4 R3;

    /// <summary>
    /// Adds the outer product of four weights and four pixels. The compiler of the device contracts each product and sum to one
    /// fused multiply-add of IEEE single precision.
    /// </summary>
    public void MultiplyAdd(Float4 weights, Float4 pixels)
    {
        R0.X += weights.X * pixels.X;
        R0.Y += weights.X * pixels.Y;
        R0.Z += weights.X * pixels.Z;
        R0.W += weights.X * pixels.W;
        R1.X += weights.Y * pixels.X;
        R1.Y += weights.Y * pixels.Y;
        R1.Z += weights.Y * pixels.Z;
        R1.W += weights.Y * pixels.W;
        R2.X += weights.Z * pixels.X;
        R2.Y += weights.Z * pixels.Y;
        R2.Z += weights.Z * pixels.Z;
        R2.W += weights.Z * pixels.W;
        R3.X += weights.W * pixels.X;
        R3.Y += weights.W * pixels.Y;
        R3.Z += weights.W * pixels.Z;
        R3.W += weights.W * pixels.W;
    }

    public void Add(Rows4 other)
    {
        R0 += other.R0;
        R1 += other.R1;
        R2 += other.R2;
        R3 += other.R3;
    }
}

/// <summary>Sums of the slices of k that a block is split into, brought together in the first one.</summary>
internal static class SliceSums
{
    /// <param name="at">The thread's first of four quads in <paramref name="shared"/>, the same in every slice.</param>
    /// <param name="slice">Of the calling thread.</param>
    /// <param name="other">Whose sums are to be added.</param>
    // The order of the additions is fixed, so that a result is the same in every run.
    public static Rows4 With(Rows4 own, ArrayView<Float4> shared, int at, int slice, int other)
    {
        Group.Barrier();
        if (slice == other)
        {
            shared[at] = own.R0;
            shared[at + 1] = own.R1;
            shared[at + 2] = own.R2;
            shared[at + 3] = own.R3;
        }

        Group.Barrier();
        if (slice == 0)
        {
            own.R0 += shared[at];
            own.R1 += shared[at + 1];
            own.R2 += shared[at + 2];
            own.R3 += shared[at + 3];
        }

        return own;
    }
}
