namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>How the product of a matrix and up to four vectors at a time is cut into blocks.</summary>
internal readonly struct VectorShape
{
    /// <summary>Threads that share one output, a power of two.</summary>
    public int Lanes { get; init; }

    /// <summary>Quads of a row of weights, padded with zeros to a multiple of 2 * <see cref="Lanes"/>.</summary>
    public int RowQuads { get; init; }

    public int Inputs { get; init; }

    public int Outputs { get; init; }

    public int Images { get; init; }

    /// <summary>Floats from image to image of the input.</summary>
    public int ImageFloats { get; init; }
}
