using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

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
