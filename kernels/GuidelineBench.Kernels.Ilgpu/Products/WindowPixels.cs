using ILGPU;
using ILGPU.Util;
using Float4 = GuidelineBench.Kernels.Ilgpu.Maps.Float4;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>
/// Pixels of a convolution with a window or a stride: row k of the factor is an input channel at one position of the window. Nothing is
/// laid out in memory; every element is fetched where it lies, or is zero in the padding.
/// </summary>
/// <remarks>
/// A thread stays with one output pixel and takes other rows of k, so that one division per block finds its place, two masks its
/// padding, and a warp reads 32 neighbouring pixels (or every second one with stride 2).
/// </remarks>
internal struct WindowPixels : IPixelSource
{
    private ArrayView<float> source;
    private ArrayView<int> rows;
    private ArrayView<int> positions;
    private int share;
    private int at;
    private int nextRow;
    private int nextPosition;
    private int pixel;
    private int insideRows;
    private int insideColumns;
    private float value0;
    private float value1;
    private float value2;
    private float value3;
    private float value4;
    private float value5;
    private float value6;
    private float value7;

    public void Begin<TTile>(in ProductInput input, in ProductShape shape, int thread, int firstQuad, int group, int first, int stride)
        where TTile : unmanaged, IProductTile
    {
        source = input.Pixels;
        rows = input.Rows;
        positions = input.Positions;
        int columns = shape.TileQuads * 4;
        int row = thread / columns;
        int column = thread - row * columns;
        share = thread;
        at = (first + row * stride) * 4 + column;
        int quad = IntrinsicMath.Min(firstQuad + column / 4, shape.TotalQuads - 1);
        int image = quad / shape.PlaneQuads;
        int output = IntrinsicMath.Min((quad - image * shape.PlaneQuads) * 4 + column % 4, input.OutputPixels - 1);
        int outputRow = output / input.OutputWidth;
        int top = outputRow * input.Stride - input.Top;
        int left = (output - outputRow * input.OutputWidth) * input.Stride - input.Left;
        pixel = image * input.ImageQuads * 4 + top * input.Width + left;
        insideRows = Inside(top, input.Height, input.WindowSize);
        insideColumns = Inside(left, input.Width, input.WindowSize);
        nextPosition = row;
        nextRow = group * input.RowsPerGroup + row;
    }

    public void Fetch<TTile>(in ProductShape shape)
        where TTile : unmanaged, IProductTile
    {
        value0 = Value(shape, 0);
        value1 = Value(shape, 1);
        value2 = Value(shape, 2);
        value3 = Value(shape, 3);
        value4 = Value(shape, 4);
        value5 = Value(shape, 5);
        value6 = Value(shape, 6);
        value7 = Value(shape, 7);
        nextRow += shape.Depth;
        nextPosition += shape.Depth;
    }

    public void Store<TTile>(in ProductShape shape, ArrayView<Float4> shared, int toOther, int stride)
        where TTile : unmanaged, IProductTile
    {
        ArrayView<float> pixels = shared.Cast<float>();
        at += toOther * 4;
        int step = shape.PixelRows * stride * 4;
        Keep<TTile>(shape, pixels, at, 0, value0);
        Keep<TTile>(shape, pixels, at + step, 1, value1);
        Keep<TTile>(shape, pixels, at + 2 * step, 2, value2);
        Keep<TTile>(shape, pixels, at + 3 * step, 3, value3);
        Keep<TTile>(shape, pixels, at + 4 * step, 4, value4);
        Keep<TTile>(shape, pixels, at + 5 * step, 5, value5);
        Keep<TTile>(shape, pixels, at + 6 * step, 6, value6);
        Keep<TTile>(shape, pixels, at + 7 * step, 7, value7);
    }

    // Bit i: position i of the window lies on the map.
    private static int Inside(int first, int size, int window)
    {
        int mask = 0;
        for (int i = 0; i < window; ++i)
            mask |= Utilities.Select(first + i >= 0 && first + i < size, 1 << i, 0);
        return mask;
    }

    private readonly bool Has(in ProductShape shape, int pass) =>
        share < shape.PixelRows * shape.TileQuads * 4 && share < (shape.Depth - pass * shape.PixelRows) * shape.TileQuads * 4;

    private readonly float Value(in ProductShape shape, int pass)
    {
        if (!Has(shape, pass))
            return 0;
        int position = positions[nextPosition + pass * shape.PixelRows];
        int at = rows[nextRow + pass * shape.PixelRows] + pixel;
        bool inside = ((insideRows >> (position & 31)) & (insideColumns >> (position >> 5)) & 1) != 0;
        return inside ? source[at] : 0;
    }

    private readonly void Keep<TTile>(in ProductShape shape, ArrayView<float> pixels, int at, int pass, float value)
        where TTile : unmanaged, IProductTile
    {
        if (Has(shape, pass))
            pixels[at] = TTile.Factor(value);
    }
}
