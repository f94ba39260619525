using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>Four output channels at four pixels in a block whose threads also share out k: for 14x14 and 7x7 maps, where outputs alone are too few threads.</summary>
internal struct SlicedTile4x4 : IThreadTile
{
    private Rows4 sums00;

    public static int RowQuads => 1;

    public static int PixelQuads => 1;

    public static int Depth => 4;

    public static int WeightLoads => 1;

    public static int PixelLoads => 2;

    public static int MaxWeightQuads => 8;

    public static int MaxTileQuads => 16;

    public static int MaxSlices => 8;

    public static int SharedQuads => 1536;

    public static int MaxThreads => 512;

    public static int PlaneBlocks => 2;

    public static int WindowBlocks => 2;

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
