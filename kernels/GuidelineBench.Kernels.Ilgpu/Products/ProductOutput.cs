using ILGPU;
using ILGPU.Util;
using Float4 = GuidelineBench.Kernels.Ilgpu.Maps.Float4;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>Where a product goes, and what is done to it on the way: bias, addends, activation, in this order.</summary>
internal struct ProductOutput
{
    public ArrayView<Float4> Planes;

    /// <summary>For every row of every block of output channels the quad where its plane begins; -1 for rows that only fill the block.</summary>
    public ArrayView<int> Rows;

    /// <summary>Likewise the bias.</summary>
    public ArrayView<float> Bias;

    /// <summary>Quads from image to image.</summary>
    public int ImageQuads;

    public Addend Addend0;
    public Addend Addend1;
    public Addend Addend2;

    /// <summary>How many of the addends there are.</summary>
    public int Addends;

    /// <summary>Values below become this; -infinity without activation.</summary>
    public float Low;

    /// <summary>Values above become this; +infinity for all but ReLU6.</summary>
    public float High;

    /// <summary>Finishes and writes four output channels at four pixels.</summary>
    /// <param name="row">The first of four rows in the tables.</param>
    public readonly void Write(Rows4 sums, int row, int image, int quad)
    {
        Write(sums.R0, row, image, quad);
        Write(sums.R1, row + 1, image, quad);
        Write(sums.R2, row + 2, image, quad);
        Write(sums.R3, row + 3, image, quad);
    }

    /// <summary>Finishes and writes one output channel at four pixels.</summary>
    public readonly void Write(Float4 sums, int row, int image, int quad)
    {
        int plane = Rows[row];
        if (plane < 0)
            return;
        float bias = Bias[row];
        sums.X += bias;
        sums.Y += bias;
        sums.Z += bias;
        sums.W += bias;
        if (Addends > 0)
            sums += Addend0.Planes[Addend0.Rows[row] + image * Addend0.ImageQuads + quad];
        if (Addends > 1)
            sums += Addend1.Planes[Addend1.Rows[row] + image * Addend1.ImageQuads + quad];
        if (Addends > 2)
            sums += Addend2.Planes[Addend2.Rows[row] + image * Addend2.ImageQuads + quad];
        sums.X = Clamped(sums.X);
        sums.Y = Clamped(sums.Y);
        sums.Z = Clamped(sums.Z);
        sums.W = Clamped(sums.W);
        Planes[plane + image * ImageQuads + quad] = sums;
    }

    // Comparisons, not minimum and maximum: those would turn a NaN into a number.
    private readonly float Clamped(float value)
    {
        value = Utilities.Select(value < Low, Low, value);
        return Utilities.Select(value > High, High, value);
    }
}

/// <summary>A map that an epilogue adds to the sums.</summary>
internal struct Addend
{
    public ArrayView<Float4> Planes;

    /// <summary>For every row of every block of output channels the quad where its plane begins.</summary>
    public ArrayView<int> Rows;

    /// <summary>Quads from image to image.</summary>
    public int ImageQuads;
}
