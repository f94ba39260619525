using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Products;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Tensors;

/// <summary>32 output channels at 32 pixels: less is left over of odd channel counts, and small maps give more blocks.</summary>
/// <typeparam name="TProduct">What multiplies.</typeparam>
/// <typeparam name="TBlock">What the warps of a block share.</typeparam>
internal struct WarpTile32x32<TProduct, TBlock> : IWarpTile
    where TProduct : struct, IWarpProduct
    where TBlock : struct, IWarpBlock
{
    private WarpSums sums;

    public static int RowQuads => 1;

    public static int PixelQuads => 2;

    public static int Depth => WarpKernel.Depth;

    public static int WeightLoads => 2;

    public static int PixelLoads => 2;

    public static int MaxWeightQuads => TBlock.MaxWeightQuads;

    public static int MaxTileQuads => TBlock.MaxTileQuads;

    public static int MaxSlices => TBlock.MaxSlices;

    public static int SharedQuads => TBlock.SharedQuads;

    public static int MaxThreads => 256;

    public static int PlaneBlocks => 2;

    public static int WindowBlocks => 2;

    public Rows4 this[int row, int quad]
    {
        readonly get => quad == 0 ? sums.Near : sums.Far;
        set
        {
            if (quad == 0)
                sums.Near = value;
            else
                sums.Far = value;
        }
    }

    public static float Factor(float value) => TProduct.Rounded(value);

    public void Step(ArrayView<Float4> shared, int weights, int pixels, int stride)
    {
        Float4 pixels0 = shared[pixels];
        Float4 pixels4 = shared[pixels + 4 * stride];
        sums.MultiplyAdd<TProduct>(shared[weights], shared[weights + 4 * stride], pixels0, pixels4);
    }
}
