using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Products;

namespace GuidelineBench.Kernels.Ilgpu.Tensors;

/// <summary>A thread's sums of four output channels at eight pixels: its share of 32 channels x 32 pixels that a warp computes.</summary>
internal struct WarpSums
{
    /// <summary>Quad of pixels with the thread's member as number.</summary>
    public Rows4 Near;

    /// <summary>The fourth quad behind it.</summary>
    public Rows4 Far;

    /// <summary>Eight steps of k for 32 channels x 32 pixels: two matrices of channels by four of pixels.</summary>
    /// <param name="weights0">Four channels of the thread's group at the k of its member.</param>
    /// <param name="weights4">The same four k on.</param>
    /// <param name="pixels0">Four pixels of the thread's group at the k of its member.</param>
    /// <param name="pixels4">The same four k on.</param>
    public void MultiplyAdd<TProduct>(Float4 weights0, Float4 weights4, Float4 pixels0, Float4 pixels4)
        where TProduct : struct, IWarpProduct
    {
        MultiplyAdd<TProduct>(
            weights0.X, weights0.Y, weights4.X, weights4.Y, pixels0, pixels4, ref Near.R0, ref Far.R0, ref Near.R1, ref Far.R1);
        MultiplyAdd<TProduct>(
            weights0.Z, weights0.W, weights4.Z, weights4.W, pixels0, pixels4, ref Near.R2, ref Far.R2, ref Near.R3, ref Far.R3);
    }

    // The matrix of pixels with number i has the i-th pixel of every quad, and its columns are quads: those of a group's two columns
    // are four apart.
    private static void MultiplyAdd<TProduct>(
        float a0, float a1, float a2, float a3, Float4 pixels0, Float4 pixels4, ref Float4 near0, ref Float4 far0, ref Float4 near1, ref Float4 far1)
        where TProduct : struct, IWarpProduct
    {
        Float4 sums = TProduct.MultiplyAdd(a0, a1, a2, a3, pixels0.X, pixels4.X, near0.X, far0.X, near1.X, far1.X);
        near0.X = sums.X;
        far0.X = sums.Y;
        near1.X = sums.Z;
        far1.X = sums.W;
        sums = TProduct.MultiplyAdd(a0, a1, a2, a3, pixels0.Y, pixels4.Y, near0.Y, far0.Y, near1.Y, far1.Y);
        near0.Y = sums.X;
        far0.Y = sums.Y;
        near1.Y = sums.Z;
        far1.Y = sums.W;
        sums = TProduct.MultiplyAdd(a0, a1, a2, a3, pixels0.Z, pixels4.Z, near0.Z, far0.Z, near1.Z, far1.Z);
        near0.Z = sums.X;
        far0.Z = sums.Y;
        near1.Z = sums.Z;
        far1.Z = sums.W;
        sums = TProduct.MultiplyAdd(a0, a1, a2, a3, pixels0.W, pixels4.W, near0.W, far0.W, near1.W, far1.W);
        near0.W = sums.X;
        far0.W = sums.Y;
        near1.W = sums.Z;
        far1.W = sums.W;
    }
}
