using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>A map that an epilogue adds to the sums.</summary>
internal struct Addend
{
    public ArrayView<Float4> Planes;

    /// <summary>For every row of every block of output channels the quad where its plane begins.</summary>
    public ArrayView<int> Rows;

    /// <summary>Quads from image to image.</summary>
    public int ImageQuads;
}
