using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>How a product is cut into blocks and threads; the same for all of them.</summary>
internal readonly struct ProductShape
{
    /// <summary>Rows of k per tile: those of all slices.</summary>
    public int Depth { get; init; }

    /// <summary>Tiles of <see cref="Depth"/> rows that cover k.</summary>
    public int DepthTiles { get; init; }

    /// <summary>Blocks of output channels in a group.</summary>
    public int RowBlocks { get; init; }

    /// <summary>Threads along the pixels.</summary>
    public int Columns { get; init; }

    /// <summary>Threads of one slice of k.</summary>
    public int SliceThreads { get; init; }

    /// <summary>Slices of k in a block.</summary>
    public int Slices { get; init; }

    /// <summary>
    /// 2 where neighbouring lanes take the same pixels and two rows of threads, else 1. Lanes that share addresses in pairs let the
    /// hardware serve two quarters of a warp at once: a read of 16 bytes then takes two clocks instead of four.
    /// </summary>
    public int LaneRows { get; init; }

    /// <summary>Output channels of a block / 4.</summary>
    public int WeightQuads { get; init; }

    /// <summary>Pixels of a block / 4.</summary>
    public int TileQuads { get; init; }

    /// <summary>Rows of weights that the block's threads fetch at once.</summary>
    public int WeightRows { get; init; }

    /// <summary>Rows of pixels that the block's threads fetch at once.</summary>
    public int PixelRows { get; init; }

    /// <summary>Quads of a plane of the output.</summary>
    public int PlaneQuads { get; init; }

    /// <summary>Quads of pixels of all images: the columns of the product / 4.</summary>
    public int TotalQuads { get; init; }
}

/// <summary>What is multiplied, for all groups alike.</summary>
/// <param name="Groups">g.</param>
/// <param name="Rows">Output channels of a group.</param>
/// <param name="Depth">Length of a sum: input channels of a group x positions of the window.</param>
/// <param name="PlaneQuads">Quads of a plane of the output.</param>
/// <param name="Batch">Images.</param>
/// <param name="Windows">Whether pixels are fetched one by one (a window or a stride), or in quads.</param>
internal sealed record ProductSize(int Groups, int Rows, int Depth, int PlaneQuads, int Batch, bool Windows)
{
    /// <summary>Output channels of a group / 4, rounded up.</summary>
    public int RowQuads => (Rows + 3) / 4;

    /// <summary>Quads of pixels of all images.</summary>
    public int TotalQuads => PlaneQuads * Batch;
}

/// <summary>A compiled product kernel.</summary>
internal delegate void ProductLauncher(
    AcceleratorStream stream,
    KernelConfig config,
    ProductShape shape,
    ArrayView<Float4> weights,
    ProductInput input,
    ProductOutput output);
