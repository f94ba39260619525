using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>Eight output channels at eight pixels: the least shared memory traffic, for wide layers on large maps. At most 256 threads of 128 registers.</summary>
internal struct ThreadTile8x8 : IThreadTile
{
    private Rows4 sums00;
    private Rows4 sums01;
    private Rows4 sums10;
    private Rows4 sums11;

    public static int RowQuads => 2;

    public static int PixelQuads => 2;

    public static int Depth => 8;

    public static int WeightLoads => 2;

    public static int PixelLoads => 2;

    public static int MaxWeightQuads => 32;

    public static int MaxTileQuads => 32;

    public static int MaxSlices => 1;

    public static int SharedQuads => 1024;

    public static int MaxThreads => 256;

    public static int PlaneBlocks => 2;

    public static int WindowBlocks => 2;

    public static float Factor(float value) => value;

    public Rows4 this[int row, int quad]
    {
        readonly get => row == 0 ? quad == 0 ? sums00 : sums01 : quad == 0 ? sums10 : sums11;
        set
        {
            if (row == 0 && quad == 0)
                sums00 = value;
            else if (row == 0)
                sums01 = value;
            else if (quad == 0)
                sums10 = value;
            else
                sums11 = value;
        }
    }

    public void Step(ArrayView<Float4> shared, int weights, int pixels, int pixelStep)
    {
        Float4 weights0 = shared[weights];
        Float4 weights1 = shared[weights + 1];
        Float4 pixels0 = shared[pixels];
        Float4 pixels1 = shared[pixels + pixelStep];
        sums00.MultiplyAdd(weights0, pixels0);
        sums01.MultiplyAdd(weights0, pixels1);
        sums10.MultiplyAdd(weights1, pixels0);
        sums11.MultiplyAdd(weights1, pixels1);
    }
}
