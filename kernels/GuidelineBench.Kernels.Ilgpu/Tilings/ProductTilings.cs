using System.Collections.Immutable;
using GuidelineBench.Kernels.Ilgpu.Products;

namespace GuidelineBench.Kernels.Ilgpu.Tilings;

/// <summary>Which tilings a product may take, and what each would cost.</summary>
internal static class ProductTilings
{
    // Powers of two, and the widths that divide maps of 28x28, 14x14 (49 quads) and 7x7 (13 quads) without a rest.
    private static readonly ImmutableArray<int> columns = [4, 7, 8, 13, 14, 16, 25, 28, 32, 49, 64];

    private static readonly ImmutableArray<int> slices = [1, 2, 4, 8];

    /// <summary>
    /// All tilings that are worth a thought, the cheapest first by <see cref="EstimatedCycles"/>. Output channels are cut into
    /// blocks of equal height: 180 become two of 96 or three of 64, 45 one of 48.
    /// </summary>
    /// <param name="tiles">Those to choose from.</param>
    public static ImmutableArray<ProductTiling> For(
        ProductSize size, ImmutableArray<TileClass> tiles, int multiprocessors, int maxThreads) =>
    [
        .. from tile in tiles
           from width in columns
           where width % tile.ColumnUnit == 0
           from height in Heights(size, tile)
           from depth in slices
           let tiling = new ProductTiling(tile, width, height, depth)
           where tiling.Threads <= maxThreads && tiling.IsPossible(size.Windows)
           orderby EstimatedCycles(tiling, size, multiprocessors), tiling.Threads, tiling.Name
           select tiling,
    ];

    /// <summary>The tiling of that name, if there is one.</summary>
    public static ProductTiling? Find(string name, ProductSize size, ImmutableArray<TileClass> tiles, int maxThreads) =>
        For(size, tiles, 1, maxThreads).FirstOrDefault(tiling => tiling.Name == name);

    /// <summary>
    /// A rough time in clocks of a multiprocessor, to rank tilings before anything is measured: rounds of blocks, each limited by
    /// arithmetic, by reads of shared memory or by the latency of its steps, and not below the traffic with the second-level cache.
    /// </summary>
    public static double EstimatedCycles(ProductTiling tiling, ProductSize size, int multiprocessors)
    {
        TileClass tile = tiling.Tile;
        double blocks = (double)tiling.RowBlocks(size) * size.Groups * tiling.PixelBlocks(size);
        double perMultiprocessor = Math.Ceiling(blocks / multiprocessors);
        int registersAllow = Math.Max(1, tile.MaxThreads * tile.BlocksPerMultiprocessor(size.Windows) / tiling.Threads);
        // 96 KiB of shared memory is what a GTX 1080 Ti has; later ones have more. No device holds more than 16 blocks for sure.
        double resident = Math.Min(Math.Min(perMultiprocessor, 16), Math.Min(registersAllow, 96 * 1024 / tile.SharedBytes));

        double steps = (double)tiling.DepthTiles(size) * tile.Depth;
        (double clocksPerStep, double latencyPerStep) = tile.IsWarp ? WarpStep(tile) : ThreadStep(tiling);
        double warps = Math.Ceiling(tiling.Threads / 32.0);
        double arithmetic = warps * steps * clocksPerStep;
        // A warp alone waits for shared memory in each round of steps, and for global memory in each tile.
        double latency = steps * latencyPerStep + tiling.DepthTiles(size) * 250.0 + 1200 + 400 * Math.Log2(tiling.Slices);
        double rounds = Math.Ceiling(perMultiprocessor / resident);
        double compute = rounds * Math.Max(resident * arithmetic, latency);

        // Single values take an instruction for each where quads take one for four.
        double pixelBytes = tiling.TileQuads * 16.0 * (size.Windows ? 2 : 1);
        double bytes = tiling.DepthTiles(size) * tiling.Depth * (tiling.WeightQuads * 16.0 + pixelBytes)
            + tiling.WeightQuads * tiling.TileQuads * 64.0;
        double traffic = perMultiprocessor * bytes / 40;
        return Math.Max(compute, traffic) + 0.1 * Math.Min(compute, traffic);
    }

    // Clocks of a multiprocessor for a step of k of one warp, and of a warp alone.
    private static (double Clocks, double Latency) ThreadStep(ProductTiling tiling)
    {
        double multiplyAdds = tiling.Tile.RowQuads * tiling.Tile.PixelQuads * 16;
        double reads = tiling.Tile.RowQuads + tiling.Tile.PixelQuads;
        // 4 schedulers issue one instruction of 32 lanes per clock each; a read takes two clocks of the one shared memory, four
        // where lanes do not share addresses in pairs.
        return (Math.Max((multiplyAdds + reads + 2) / 4, reads * (tiling.LaneRows == 2 ? 2 : 4)), multiplyAdds + 20);
    }

    // Per eight steps a warp reads two quads of pixels and two of each quad of channels, four clocks each, and gives the tensor
    // cores of an A100 two clocks of work for each of its products of 16 x 8 x 8.
    private static (double Clocks, double Latency) WarpStep(TileClass tile)
    {
        double products = 8 * tile.RowQuads;
        return (Math.Max(2 * products, 8 * (1 + tile.RowQuads)) / 8, (8 * products + 40) / 8);
    }

    // The fewest blocks that hold all output channels, and up to three more, each as low as it can be; in pairs of rows where
    // that fills the block no worse.
    private static IEnumerable<int> Heights(ProductSize size, TileClass tile)
    {
        int rows = (size.RowQuads + tile.RowQuads - 1) / tile.RowQuads;
        int most = tile.MaxWeightQuads / tile.RowQuads;
        int fewest = (rows + most - 1) / most;
        return Enumerable.Range(fewest, 4)
            .Select(blocks => (rows + blocks - 1) / blocks)
            .SelectMany(height => new[] { height, height + height % 2, 4, 8 })
            .Select(height => (height + tile.RowUnit - 1) / tile.RowUnit * tile.RowUnit)
            .Where(height => height <= most)
            .Distinct();
    }
}
