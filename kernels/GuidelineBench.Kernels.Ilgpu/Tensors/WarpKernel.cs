using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Products;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Tensors;

/// <summary>The product of <see cref="ProductKernel"/> by warps: the same blocks, factors and outputs, other shares of a thread.</summary>
internal static class WarpKernel
{
    /// <summary>Threads of a warp along the output channels.</summary>
    public const int Rows = 8;

    /// <summary>Threads of a warp along the pixels.</summary>
    public const int Columns = 4;

    /// <summary>Steps of k between two barriers.</summary>
    public const int Depth = 8;

    /// <inheritdoc cref="ProductKernel.Multiply{TTile, TPixels}(ProductShape, ArrayView{Float4}, ProductInput, ProductOutput)"/>
    public static void Multiply<TTile, TPixels>(ProductShape shape, ArrayView<Float4> weights, ProductInput input, ProductOutput output)
        where TTile : unmanaged, IWarpTile
        where TPixels : struct, IPixelSource
    {
        ArrayView<Float4> shared = SharedMemory.Allocate<Float4>(TTile.SharedQuads);
        // One quad more than a multiple of eight: the eight lanes that shared memory serves at once, those of two groups, read from
        // all its 32 banks, since a member's row lies one quad further than the one before, and a second group's quad four.
        int stride = TTile.MaxWeightQuads + TTile.MaxTileQuads + 1;
        int thread = Group.IdxX;
        int rowBlock = Grid.IdxY;
        int firstQuad = Grid.IdxX * shape.TileQuads;

        int slice = thread / shape.SliceThreads;
        int inSlice = thread - slice * shape.SliceThreads;
        int warp = inSlice / (Rows * Columns);
        int warpColumns = shape.Columns / Columns;
        int warpRow = warp / warpColumns;
        int column = (warp - warpRow * warpColumns) * Columns * TTile.PixelQuads;
        int lane = inSlice - warp * Rows * Columns;
        int group = lane / Columns;
        int member = lane - group * Columns;
        int groupQuad = group / 2 + (group & 1) * Columns;
        int row = warpRow * Rows * TTile.RowQuads + groupQuad;

        int weightRow = thread / shape.WeightQuads;
        int storeWeights = weightRow * stride + thread - weightRow * shape.WeightQuads;
        int nextWeight = rowBlock * shape.DepthTiles * shape.Depth * shape.WeightQuads + thread;
        bool fetches = thread < shape.WeightRows * shape.WeightQuads;
        bool fetchesMore = TTile.WeightLoads > 1 && fetches && thread < (shape.Depth - shape.WeightRows) * shape.WeightQuads;
        Float4 weight0 = default;
        Float4 weight1 = default;

        TPixels pixels = default;
        pixels.Begin<TTile>(input, shape, thread, firstQuad, rowBlock / shape.RowBlocks, TTile.MaxWeightQuads, stride);

        int ownRow = (slice * TTile.Depth + member) * stride;
        int readWeights = ownRow + row;
        int readPixels = ownRow + TTile.MaxWeightQuads + column + groupQuad;
        // Places are carried from buffer to buffer. What the loop only reads ILGPU moves into it, and with it the divisions above, of
        // twenty instructions each.
        int toOther = TTile.SharedQuads / 2;
        TTile sums = default;

        // Round -1 only fills the first buffer, the last one only multiplies.
        for (int tile = -1; tile < shape.DepthTiles; ++tile)
        {
            bool more = tile + 1 < shape.DepthTiles;
            if (more)
            {
                if (fetches)
                    weight0 = weights[nextWeight];
                if (fetchesMore)
                    weight1 = weights[nextWeight + shape.WeightRows * shape.WeightQuads];
                nextWeight += shape.Depth * shape.WeightQuads;
                pixels.Fetch<TTile>(shape);
            }

            if (tile >= 0)
                sums.Step(shared, readWeights, readPixels, stride);

            if (more)
            {
                readWeights += toOther;
                readPixels += toOther;
                storeWeights += toOther;
                if (fetches)
                    shared[storeWeights] = weight0.Factors<TTile>();
                if (fetchesMore)
                    shared[storeWeights + shape.WeightRows * stride] = weight1.Factors<TTile>();
                pixels.Store<TTile>(shape, shared, toOther, stride);
                toOther = -toOther;
                Group.Barrier();
            }
        }

        int sum = inSlice * 4;
        for (int other = 1; TTile.MaxSlices > 1 && other < shape.Slices; ++other)
        {
            sums[0, 0] = SliceSums.With(sums[0, 0], shared, sum, slice, other);
            sums[0, 1] = SliceSums.With(sums[0, 1], shared, sum, slice, other);
            if (TTile.RowQuads > 1)
            {
                sums[1, 0] = SliceSums.With(sums[1, 0], shared, sum, slice, other);
                sums[1, 1] = SliceSums.With(sums[1, 1], shared, sum, slice, other);
            }
        }

        if (slice > 0)
            return;
        int firstRow = (rowBlock * shape.WeightQuads + row) * 4;
        Write(sums, shape, output, firstRow, firstQuad + column + member, 0);
        Write(sums, shape, output, firstRow, firstQuad + column + member + Columns, 1);
    }

    private static void Write<TTile>(TTile sums, in ProductShape shape, in ProductOutput output, int row, int column, int quad)
        where TTile : unmanaged, IWarpTile
    {
        if (column >= shape.TotalQuads)
            return;
        int image = column / shape.PlaneQuads;
        int inPlane = column - image * shape.PlaneQuads;
        output.Write(sums[0, quad], row, image, inPlane);
        if (TTile.RowQuads > 1)
            output.Write(sums[1, quad], row + Rows * 4, image, inPlane);
    }
}
