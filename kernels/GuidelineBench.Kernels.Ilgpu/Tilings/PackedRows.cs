using GuidelineBench.Kernels.Ilgpu.Products;

namespace GuidelineBench.Kernels.Ilgpu.Tilings;

/// <summary>Weights and tables of output channels in the order in which blocks read them.</summary>
internal static class PackedRows
{
    /// <summary>[group][block of output channels][k][output channel of the block]; zeros past the last k and channel.</summary>
    /// <param name="weights">[output channel][k].</param>
    public static float[] Weights(ReadOnlySpan<float> weights, ProductSize size, ProductTiling tiling)
    {
        int height = tiling.WeightQuads * 4;
        int blocks = tiling.RowBlocks(size);
        int depth = tiling.DepthTiles(size) * tiling.Depth;
        float[] packed = new float[size.Groups * blocks * depth * height];
        for (int group = 0; group < size.Groups; group++)
            for (int row = 0; row < size.Rows; row++)
            {
                ReadOnlySpan<float> source = weights.Slice((group * size.Rows + row) * size.Depth, size.Depth);
                int first = (group * blocks + row / height) * depth * height + row % height;
                for (int k = 0; k < source.Length; k++)
                    packed[first + k * height] = source[k];
            }

        return packed;
    }

    /// <summary>A value of each output channel as [group][block of output channels][output channel of the block].</summary>
    /// <param name="rest">What stands where a block has no channel.</param>
    public static T[] Values<T>(ReadOnlySpan<T> channels, ProductSize size, ProductTiling tiling, T rest)
    {
        int height = tiling.RowBlocks(size) * tiling.WeightQuads * 4;
        T[] packed = new T[size.Groups * height];
        Array.Fill(packed, rest);
        for (int group = 0; group < size.Groups; group++)
            channels.Slice(group * size.Rows, size.Rows).CopyTo(packed.AsSpan(group * height));
        return packed;
    }
}
