using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>The map that a product reads, and how rows of k find their pixels in it.</summary>
internal struct ProductInput
{
    /// <summary>The buffer, for reads of whole quads.</summary>
    public ArrayView<Float4> Quads;

    /// <summary>The same buffer, for reads of single pixels.</summary>
    public ArrayView<float> Pixels;

    /// <summary>
    /// For every group and row of k where its pixels begin: the quad of a plane, or the pixel of a plane moved by the window
    /// position's row and column. Rows past the last k repeat the last one (their weights are 0).
    /// </summary>
    public ArrayView<int> Rows;

    /// <summary>For every row of k of any group the window position: row + 32 * column. Only read for windows.</summary>
    public ArrayView<int> Positions;

    /// <summary>Entries of <see cref="Rows"/> for one group.</summary>
    public int RowsPerGroup;

    /// <summary>Quads from image to image.</summary>
    public int ImageQuads;

    /// <summary>Of the input map.</summary>
    public int Height;

    /// <summary>Of the input map.</summary>
    public int Width;

    /// <summary>Of the output map.</summary>
    public int OutputWidth;

    /// <summary>Pixels of the output map.</summary>
    public int OutputPixels;

    public int WindowSize;

    public int Stride;

    /// <summary>Rows of zeros above the map; negative where rows are left out.</summary>
    public int Top;

    /// <summary>Columns of zeros left of the map.</summary>
    public int Left;
}
