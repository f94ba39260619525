using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>Four output channels at four pixels.</summary>
/// <typeparam name="TBlock">What the threads of a block share.</typeparam>
internal struct ThreadTile4x4<TBlock> : IThreadTile
    where TBlock : struct, IThreadBlock
{
    private Rows4 sums00;

    public static int RowQuads => 1;

    public static int PixelQuads => 1;

    public static int Depth => TBlock.Depth;

    public static int WeightLoads => 1;

    public static int PixelLoads => 2;

    public static int MaxWeightQuads => TBlock.MaxWeightQuads;

    public static int MaxTileQuads => TBlock.MaxTileQuads;

    public static int MaxSlices => TBlock.MaxSlices;

    public static int SharedQuads => TBlock.SharedQuads;

    public static int MaxThreads => TBlock.MaxThreads;

    public static int PlaneBlocks => TBlock.PlaneBlocks;

    public static int WindowBlocks => TBlock.WindowBlocks;

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

/// <summary>Four output channels at eight pixels.</summary>
/// <typeparam name="TBlock">What the threads of a block share.</typeparam>
internal struct ThreadTile4x8<TBlock> : IThreadTile
    where TBlock : struct, IThreadBlock
{
    private Rows4 sums00;
    private Rows4 sums01;

    public static int RowQuads => 1;

    public static int PixelQuads => 2;

    public static int Depth => TBlock.Depth;

    public static int WeightLoads => 1;

    public static int PixelLoads => 4;

    public static int MaxWeightQuads => TBlock.MaxWeightQuads;

    public static int MaxTileQuads => TBlock.MaxTileQuads;

    public static int MaxSlices => TBlock.MaxSlices;

    public static int SharedQuads => TBlock.SharedQuads;

    public static int MaxThreads => TBlock.MaxThreads;

    public static int PlaneBlocks => TBlock.PlaneBlocks;

    public static int WindowBlocks => TBlock.WindowBlocks;

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
