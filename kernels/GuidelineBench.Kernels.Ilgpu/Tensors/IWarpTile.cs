using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Products;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Tensors;

/// <summary>A tile whose sums the 32 threads of a warp compute together: eight rows of four threads, each with its share of the sums.</summary>
/// <remarks>
/// Which channel is which row of a matrix, and which pixel which column, is free. They are dealt out so that a thread reads whole quads,
/// four channels and four pixels of one k, and ends up with the sums of four channels at eight pixels, two quads. Per eight steps of k
/// a warp reads 2 x (rows + 1) times 512 bytes, four clocks each: 16 clocks for 32 channels and 24 for 64, against 16 and 32 of the
/// tensor cores of an A100 (512 multiply-adds per clock and multiprocessor).
/// </remarks>
internal interface IWarpTile : IProductTile
{
    /// <summary>Eight steps of k. All threads of a warp call it together.</summary>
    /// <param name="weights">The thread's first quad of weights in <paramref name="shared"/>, in the row of k that its member is.</param>
    /// <param name="pixels">Its quad of pixels in the same row.</param>
    /// <param name="stride">Quads from row to row.</param>
    void Step(ArrayView<Float4> shared, int weights, int pixels, int stride);
}

/// <summary>What the warps of a block share among them, as <see cref="Products.IProductTile"/> says.</summary>
internal interface IWarpBlock
{
    /// <inheritdoc cref="Products.IProductTile.MaxWeightQuads"/>
    static abstract int MaxWeightQuads { get; }

    /// <inheritdoc cref="Products.IProductTile.MaxTileQuads"/>
    static abstract int MaxTileQuads { get; }

    /// <inheritdoc cref="Products.IProductTile.MaxSlices"/>
    static abstract int MaxSlices { get; }

    /// <inheritdoc cref="Products.IProductTile.SharedQuads"/>
    static abstract int SharedQuads { get; }
}

/// <summary>Warps share out the block's output channels and pixels.</summary>
internal readonly struct OutputBlock : IWarpBlock
{
    public static int MaxWeightQuads => 16;

    public static int MaxTileQuads => 32;

    public static int MaxSlices => 1;

    public static int SharedQuads => 784;
}

/// <summary>Warps share out k: for 14x14 and 7x7 maps, where outputs alone are too few warps.</summary>
internal readonly struct SlicedBlock : IWarpBlock
{
    public static int MaxWeightQuads => 8;

    public static int MaxTileQuads => 8;

    public static int MaxSlices => 8;

    public static int SharedQuads => 2176;
}
