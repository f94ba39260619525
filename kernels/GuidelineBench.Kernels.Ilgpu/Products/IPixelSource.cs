using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>
/// Brings tiles of the product's right factor (rows: input channels, or window positions of them; columns: output pixels) into
/// shared memory, in two halves, so that the arithmetic of a tile hides the way from global memory.
/// </summary>
internal interface IPixelSource
{
    /// <summary>Finds the calling thread's share of a tile.</summary>
    /// <param name="thread">In the block.</param>
    /// <param name="firstQuad">The block's first quad of pixels, counted over all images.</param>
    /// <param name="group">The convolution's group.</param>
    /// <param name="first">Quad of shared memory of the first pixel of a tile's first row, in the buffer that is not the first one to be written.</param>
    /// <param name="stride">Quads from row to row of shared memory.</param>
    void Begin<TTile>(in ProductInput input, in ProductShape shape, int thread, int firstQuad, int group, int first, int stride)
        where TTile : unmanaged, IProductTile;

    /// <summary>Starts the loads of the next tile of <see cref="ProductShape.Depth"/> rows into registers.</summary>
    void Fetch<TTile>(in ProductShape shape)
        where TTile : unmanaged, IProductTile;

    /// <summary>Writes what <see cref="Fetch"/> brought.</summary>
    /// <param name="toOther">Quads from the buffer that was written before to the one that is written now.</param>
    /// <param name="stride">Quads from row to row.</param>
    void Store<TTile>(in ProductShape shape, ArrayView<Float4> shared, int toOther, int stride)
        where TTile : unmanaged, IProductTile;
}
