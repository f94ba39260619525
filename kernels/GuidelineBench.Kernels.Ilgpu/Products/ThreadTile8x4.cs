using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>Eight output channels at four pixels: twice the blocks of 8x8, for maps that would leave multiprocessors idle.</summary>
internal struct ThreadTile8x4 : IThreadTile
{
    private Rows4 sums00;
    private Rows4 sums10;

    public static int RowQuads => 2;

    public static int PixelQuads => 1;

    public static int Depth => 8;

    public static int WeightLoads => 2;

    public static int PixelLoads => 1;

    public static int MaxWeightQuads => 32;

    public static int MaxTileQuads => 16;

    public static int MaxSlices => 1;

    public static int SharedQuads => 768;

    public static int MaxThreads => 256;

    public static int PlaneBlocks => 3;

    public static int WindowBlocks => 2;

    public static float Factor(float value) => value;

    public Rows4 this[int row, int quad]
    {
        readonly get => row == 0 ? sums00 : sums10;
        set
        {
            if (row == 0)
                sums00 = value;
            else
                sums10 = value;
        }
    }

    public void Step(ArrayView<Float4> shared, int weights, int pixels, int pixelStep)
    {
        Float4 weights0 = shared[weights];
        Float4 weights1 = shared[weights + 1];
        Float4 pixels0 = shared[pixels];
        sums00.MultiplyAdd(weights0, pixels0);
        sums10.MultiplyAdd(weights1, pixels0);
    }
}
