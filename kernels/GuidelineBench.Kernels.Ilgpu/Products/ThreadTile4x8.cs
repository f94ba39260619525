using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>Four output channels at eight pixels: for layers of 16 to 64 output channels on large maps.</summary>
internal struct ThreadTile4x8 : IThreadTile
{
    private Rows4 sums00;
    private Rows4 sums01;

    public static int RowQuads => 1;

    public static int PixelQuads => 2;

    public static int Depth => 8;

    public static int WeightLoads => 1;

    public static int PixelLoads => 4;

    public static int MaxWeightQuads => 16;

    public static int MaxTileQuads => 64;

    public static int MaxSlices => 1;

    public static int SharedQuads => 1280;

    public static int MaxThreads => 256;

    public static int PlaneBlocks => 2;

    public static int WindowBlocks => 3;

    public static float Factor(float value) => value;

    public Rows4 this[int row, int quad]
    {
        readonly get => quad == 0 ? sums00 : sums01;
        set
        {
            if (quad == 0)
                sums00 = value;
            else
                sums01 = value;
        }
    }

    public void Step(ArrayView<Float4> shared, int weights, int pixels, int pixelStep)
    {
        Float4 weights0 = shared[weights];
        Float4 pixels0 = shared[pixels];
        Float4 pixels1 = shared[pixels + pixelStep];
        sums00.MultiplyAdd(weights0, pixels0);
        sums01.MultiplyAdd(weights0, pixels1);
    }
}
