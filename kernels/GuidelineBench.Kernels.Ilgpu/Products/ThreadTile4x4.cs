using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>Four output channels at four pixels: half the registers, for the latency of small grids.</summary>
internal struct ThreadTile4x4 : IThreadTile
{
    private Rows4 sums00;

    public static int RowQuads => 1;

    public static int PixelQuads => 1;

    public static int Depth => 8;

    public static int WeightLoads => 1;

    public static int PixelLoads => 2;

    public static int MaxWeightQuads => 16;

    public static int MaxTileQuads => 32;

    public static int MaxSlices => 1;

    public static int SharedQuads => 768;

    public static int MaxThreads => 256;

    public static int PlaneBlocks => 4;

    public static int WindowBlocks => 4;

    public static float Factor(float value) => value;

    public Rows4 this[int row, int quad]
    {
        readonly get => sums00;
        set => sums00 = value;
    }

    public void Step(ArrayView<Float4> shared, int weights, int pixels, int pixelStep)
    {
        Float4 weights0 = shared[weights];
        Float4 pixels0 = shared[pixels];
        sums00.MultiplyAdd(weights0, pixels0);
    }
}
