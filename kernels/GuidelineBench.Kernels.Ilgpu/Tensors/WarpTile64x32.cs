using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Products;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Tensors;

/// <summary>64 output channels at 32 pixels: the least shared memory traffic, for wide layers on large maps.</summary>
internal struct WarpTile64x32<TProduct> : IWarpTile
    where TProduct : struct, IWarpProduct
{
    private WarpSums sums0;
    private WarpSums sums1;

    public static int RowQuads => 2;

    public static int PixelQuads => 2;

    public static int Depth => WarpKernel.Depth;

    public static int WeightLoads => 2;

    public static int PixelLoads => 2;

    public static int MaxWeightQuads => 32;

    public static int MaxTileQuads => 32;

    public static int MaxSlices => 1;

    public static int SharedQuads => 1040;

    public static int MaxThreads => 256;

    public static int PlaneBlocks => 2;

    public static int WindowBlocks => 2;

    public Rows4 this[int row, int quad]
    {
        readonly get => row == 0 ? quad == 0 ? sums0.Near : sums0.Far : quad == 0 ? sums1.Near : sums1.Far;
        set
        {
            if (row == 0 && quad == 0)
                sums0.Near = value;
            else if (row == 0)
                sums0.Far = value;
            else if (quad == 0)
                sums1.Near = value;
            else
                sums1.Far = value;
        }
    }

    public static float Factor(float value) => TProduct.Rounded(value);

    public void Step(ArrayView<Float4> shared, int weights, int pixels, int stride)
    {
        Float4 pixels0 = shared[pixels];
        Float4 pixels4 = shared[pixels + 4 * stride];
        sums0.MultiplyAdd<TProduct>(shared[weights], shared[weights + 4 * stride], pixels0, pixels4);
        sums1.MultiplyAdd<TProduct>(shared[weights + 8], shared[weights + 4 * stride + 8], pixels0, pixels4);
    }
}
