using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>
/// Pixels of a pointwise convolution: row k of the factor is a plane of the input, read in quads. Neighbouring threads read
/// neighbouring quads: 512 bytes per warp and instruction.
/// </summary>
internal struct PlanePixels : IPixelSource
{
    private ArrayView<Float4> quads;
    private ArrayView<int> rows;
    private int at;
    private int nextRow;
    private int pixel;
    private bool has0;
    private bool has1;
    private bool has2;
    private bool has3;
    private int offset0;
    private int offset1;
    private int offset2;
    private int offset3;
    private Float4 quad0;
    private Float4 quad1;
    private Float4 quad2;
    private Float4 quad3;

    public void Begin<TTile>(in ProductInput input, in ProductShape shape, int thread, int firstQuad, int group, int first, int stride)
        where TTile : unmanaged, IProductTile
    {
        quads = input.Quads;
        rows = input.Rows;
        int row = thread / shape.TileQuads;
        int column = thread - row * shape.TileQuads;
        at = first + row * stride + column;
        // Past the last pixel the last one is read again: it costs no traffic, and nobody writes what comes of it.
        int quad = IntrinsicMath.Min(firstQuad + column, shape.TotalQuads - 1);
        int image = quad / shape.PlaneQuads;
        pixel = image * input.ImageQuads + quad - image * shape.PlaneQuads;
        nextRow = group * input.RowsPerGroup + row;
        has0 = thread < shape.PixelRows * shape.TileQuads;
        has1 = has0 && thread < (shape.Depth - shape.PixelRows) * shape.TileQuads;
        has2 = has0 && thread < (shape.Depth - 2 * shape.PixelRows) * shape.TileQuads;
        has3 = has0 && thread < (shape.Depth - 3 * shape.PixelRows) * shape.TileQuads;
        Look<TTile>(shape.PixelRows);
    }

    public void Fetch<TTile>(in ProductShape shape)
        where TTile : unmanaged, IProductTile
    {
        if (has0)
            quad0 = quads[offset0];
        if (TTile.PixelLoads > 1 && has1)
            quad1 = quads[offset1];
        if (TTile.PixelLoads > 2 && has2)
            quad2 = quads[offset2];
        if (TTile.PixelLoads > 2 && has3)
            quad3 = quads[offset3];
        nextRow += shape.Depth;
        Look<TTile>(shape.PixelRows);
    }

    public void Store<TTile>(in ProductShape shape, ArrayView<Float4> shared, int toOther, int stride)
        where TTile : unmanaged, IProductTile
    {
        at += toOther;
        int step = shape.PixelRows * stride;
        if (has0)
            shared[at] = quad0.Factors<TTile>();
        if (TTile.PixelLoads > 1 && has1)
            shared[at + step] = quad1.Factors<TTile>();
        if (TTile.PixelLoads > 2 && has2)
            shared[at + 2 * step] = quad2.Factors<TTile>();
        if (TTile.PixelLoads > 2 && has3)
            shared[at + 3 * step] = quad3.Factors<TTile>();
    }

    // One tile ahead, so that no load of pixels waits for its address.
    private void Look<TTile>(int pixelRows)
        where TTile : unmanaged, IProductTile
    {
        offset0 = pixel + rows[nextRow];
        if (TTile.PixelLoads > 1)
            offset1 = pixel + rows[nextRow + pixelRows];
        if (TTile.PixelLoads > 2)
        {
            offset2 = pixel + rows[nextRow + 2 * pixelRows];
            offset3 = pixel + rows[nextRow + 3 * pixelRows];
        }
    }
}
