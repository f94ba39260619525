using GuidelineBench.Kernels.Ilgpu.Products;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Tilings;

/// <summary>A block of threads: which thread tile, and how many of them along the pixels, the output channels and k.</summary>
internal sealed record ProductTiling(TileClass Tile, int Columns, int Rows, int Slices)
{
    // A thread of WindowPixels holds eight values between global and shared memory.
    private const int WindowLoads = 8;

    /// <summary>Thread tile, then output channels x pixels x steps of k of a block, e.g. <c>8x8-128x64x8</c>.</summary>
    public string Name => FormattableString.Invariant($"{Tile.Name}-{WeightQuads * 4}x{TileQuads * 4}x{Depth}");

    public int Threads => Columns * Rows * Slices;

    public int WeightQuads => Rows * Tile.RowQuads;

    public int TileQuads => Columns * Tile.PixelQuads;

    public int Depth => Tile.Depth * Slices;

    /// <summary>Two rows of threads share a pair of lanes where they come in pairs, see <see cref="ProductShape.LaneRows"/>.</summary>
    public int LaneRows => Rows % 2 == 0 ? 2 : 1;

    /// <summary>Rows of weights that the block fetches at once.</summary>
    public int WeightRows => Math.Min(Threads / WeightQuads, Depth);

    /// <summary>Rows of pixels that the block fetches at once.</summary>
    public int PixelRows(bool windows) => Math.Min(Threads / (windows ? TileQuads * 4 : TileQuads), Depth);

    /// <summary>Whether its shared memory holds it and its threads can fetch a tile with the registers that they have for it.</summary>
    public bool IsPossible(bool windows) =>
        Threads <= Tile.MaxThreads
        && WeightQuads <= Tile.MaxWeightQuads
        && TileQuads <= Tile.MaxTileQuads
        && Slices <= Tile.MaxSlices
        && (Slices == 1 || Columns * Rows * 4 <= Tile.SharedQuads)
        && WeightRows > 0
        && Depth <= WeightRows * Tile.WeightLoads
        && PixelRows(windows) > 0
        && Depth <= PixelRows(windows) * (windows ? WindowLoads : Tile.PixelLoads);

    public bool Fits(Accelerator accelerator) =>
        Threads <= accelerator.MaxNumThreadsPerGroup && Tile.SharedBytes <= accelerator.MaxSharedMemoryPerGroup;

    /// <summary>Blocks of output channels of one group.</summary>
    public int RowBlocks(ProductSize size) => (size.RowQuads + WeightQuads - 1) / WeightQuads;

    /// <summary>Blocks of pixels.</summary>
    public int PixelBlocks(ProductSize size) => (size.TotalQuads + TileQuads - 1) / TileQuads;

    /// <summary>Tiles of <see cref="Depth"/> that cover k.</summary>
    public int DepthTiles(ProductSize size) => (size.Depth + Depth - 1) / Depth;

    public ProductShape Shape(ProductSize size) => new()
    {
        Depth = Depth,
        DepthTiles = DepthTiles(size),
        RowBlocks = RowBlocks(size),
        Columns = Columns,
        SliceThreads = Columns * Rows,
        Slices = Slices,
        LaneRows = LaneRows,
        WeightQuads = WeightQuads,
        TileQuads = TileQuads,
        WeightRows = WeightRows,
        PixelRows = PixelRows(size.Windows),
        PlaneQuads = size.PlaneQuads,
        TotalQuads = size.TotalQuads,
    };
}
