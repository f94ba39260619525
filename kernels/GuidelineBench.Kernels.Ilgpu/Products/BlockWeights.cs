using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>
/// Brings tiles of a block's weights into shared memory, in two halves as <see cref="IPixelSource"/> does. They lie there as the block
/// reads them: neighbouring threads read neighbouring quads.
/// </summary>
internal struct BlockWeights
{
    private ArrayView<Float4> quads;
    private int next;
    private int at;
    private bool has0;
    private bool has1;
    private bool has2;
    private bool has3;
    private Float4 quad0;
    private Float4 quad1;
    private Float4 quad2;
    private Float4 quad3;

    /// <summary>Finds the calling thread's share of a tile.</summary>
    /// <param name="weights">As <see cref="PackedRows.Weights"/> lays them out.</param>
    /// <param name="stride">Quads from row to row of shared memory.</param>
    public void Begin<TTile>(ArrayView<Float4> weights, in ProductShape shape, int thread, int rowBlock, int stride)
        where TTile : unmanaged, IProductTile
    {
        quads = weights;
        int row = thread / shape.WeightQuads;
        at = row * stride + thread - row * shape.WeightQuads;
        next = rowBlock * shape.DepthTiles * shape.Depth * shape.WeightQuads + thread;
        has0 = row < shape.WeightRows;
        has1 = TTile.WeightLoads > 1 && has0 && row + shape.WeightRows < shape.Depth;
        has2 = TTile.WeightLoads > 2 && has0 && row + 2 * shape.WeightRows < shape.Depth;
        has3 = TTile.WeightLoads > 2 && has0 && row + 3 * shape.WeightRows < shape.Depth;
    }

    /// <summary>Starts the loads of the next tile into registers.</summary>
    public void Fetch<TTile>(in ProductShape shape)
        where TTile : unmanaged, IProductTile
    {
        int step = shape.WeightRows * shape.WeightQuads;
        if (has0)
            quad0 = quads[next];
        if (TTile.WeightLoads > 1 && has1)
            quad1 = quads[next + step];
        if (TTile.WeightLoads > 2 && has2)
            quad2 = quads[next + 2 * step];
        if (TTile.WeightLoads > 2 && has3)
            quad3 = quads[next + 3 * step];
        next += shape.Depth * shape.WeightQuads;
    }

    /// <summary>Writes what <see cref="Fetch"/> brought.</summary>
    /// <param name="first">Quad of the first weight of the tile's first row.</param>
    public readonly void Store<TTile>(in ProductShape shape, ArrayView<Float4> shared, int first, int stride)
        where TTile : unmanaged, IProductTile
    {
        int step = shape.WeightRows * stride;
        if (has0)
            shared[first + at] = quad0.Factors<TTile>();
        if (TTile.WeightLoads > 1 && has1)
            shared[first + at + step] = quad1.Factors<TTile>();
        if (TTile.WeightLoads > 2 && has2)
            shared[first + at + 2 * step] = quad2.Factors<TTile>();
        if (TTile.WeightLoads > 2 && has3)
            shared[first + at + 3 * step] = quad3.Factors<TTile>();
    }
}
