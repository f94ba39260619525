using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>The product of weights and pixels that all convolutions but depthwise ones are.</summary>
internal static class ProductKernel
{
    /// <summary>
    /// A block computes 4 * WeightQuads output channels at 4 * TileQuads pixels. Two buffers in shared memory: while one is
    /// multiplied the next tile is under way to the other, and one barrier per tile is enough.
    /// </summary>
    /// <param name="weights">[group][block of output channels][k][output channel of the block], zeros past the last k and channel.</param>
    public static void Multiply<TTile, TPixels>(ProductShape shape, ArrayView<Float4> weights, ProductInput input, ProductOutput output)
        where TTile : unmanaged, IThreadTile
        where TPixels : struct, IPixelSource
    {
        ArrayView<Float4> shared = SharedMemory.Allocate<Float4>(TTile.SharedQuads);
        int stride = TTile.MaxWeightQuads + TTile.MaxTileQuads;
        int thread = Group.IdxX;
        int rowBlock = Grid.IdxY;
        int firstQuad = Grid.IdxX * shape.TileQuads;

        int slice = thread / shape.SliceThreads;
        int inSlice = thread - slice * shape.SliceThreads;
        int pair = inSlice / shape.LaneRows;
        int pairRow = pair / shape.Columns;
        int x = pair - pairRow * shape.Columns;
        int y = pairRow * shape.LaneRows + inSlice - pair * shape.LaneRows;

        int weightRow = thread / shape.WeightQuads;
        int storeWeights = weightRow * stride + thread - weightRow * shape.WeightQuads;
        int nextWeight = rowBlock * shape.DepthTiles * shape.Depth * shape.WeightQuads + thread;
        bool fetches = thread < shape.WeightRows * shape.WeightQuads;
        bool fetchesMore = TTile.WeightLoads > 1 && fetches && thread < (shape.Depth - shape.WeightRows) * shape.WeightQuads;
        Float4 weight0 = default;
        Float4 weight1 = default;

        TPixels pixels = default;
        pixels.Begin<TTile>(input, shape, thread, firstQuad, rowBlock / shape.RowBlocks, TTile.MaxWeightQuads, stride);

        int readWeights = slice * TTile.Depth * stride + y * TTile.RowQuads;
        int readPixels = slice * TTile.Depth * stride + TTile.MaxWeightQuads + x;
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
                Multiply(ref sums, shared, readWeights, readPixels, stride, shape.Columns);

            if (more)
            {
                readWeights += toOther;
                readPixels += toOther;
                storeWeights += toOther;
                if (fetches)
                    shared[storeWeights] = weight0;
                if (fetchesMore)
                    shared[storeWeights + shape.WeightRows * stride] = weight1;
                pixels.Store<TTile>(shape, shared, toOther, stride);
                toOther = -toOther;
                Group.Barrier();
            }
        }

        int sum = inSlice * 4;
        for (int other = 1; TTile.MaxSlices > 1 && other < shape.Slices; ++other)
        {
            sums[0, 0] = SliceSums.With(sums[0, 0], shared, sum, slice, other);
            if (TTile.PixelQuads > 1)
                sums[0, 1] = SliceSums.With(sums[0, 1], shared, sum, slice, other);
            if (TTile.RowQuads > 1)
                sums[1, 0] = SliceSums.With(sums[1, 0], shared, sum, slice, other);
            if (TTile.RowQuads > 1 && TTile.PixelQuads > 1)
                sums[1, 1] = SliceSums.With(sums[1, 1], shared, sum, slice, other);
        }

        if (slice > 0)
            return;
        int row = (rowBlock * shape.WeightQuads + y * TTile.RowQuads) * 4;
        Write(sums, shape, output, row, firstQuad + x, 0);
        if (TTile.PixelQuads > 1)
            Write(sums, shape, output, row, firstQuad + shape.Columns + x, 1);
    }

    // Two steps per round and no more: unrolled further, ILGPU orders the arithmetic by chains of one sum over all steps, and
    // the weights and pixels of all of them would have to be in registers at once.
    private static void Multiply<TTile>(ref TTile sums, ArrayView<Float4> shared, int weights, int pixels, int stride, int columns)
        where TTile : unmanaged, IThreadTile
    {
        for (int k = 0; k < TTile.Depth; k += 2)
        {
            sums.Step(shared, weights, pixels, columns);
            sums.Step(shared, weights + stride, pixels + stride, columns);
            weights += 2 * stride;
            pixels += 2 * stride;
        }
    }

    private static void Write<TTile>(TTile sums, in ProductShape shape, in ProductOutput output, int row, int column, int quad)
        where TTile : unmanaged, IThreadTile
    {
        if (column >= shape.TotalQuads)
            return;
        int image = column / shape.PlaneQuads;
        int inPlane = column - image * shape.PlaneQuads;
        output.Write(sums[0, quad], row, image, inPlane);
        if (TTile.RowQuads > 1)
            output.Write(sums[1, quad], row + 4, image, inPlane);
    }
}
