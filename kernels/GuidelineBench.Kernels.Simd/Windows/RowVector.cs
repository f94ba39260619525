using System.Collections.Immutable;
using GuidelineBench.Kernels.Simd.Vectors;

namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>One vector of a row of output pixels.</summary>
/// <param name="Column">Its first column.</param>
/// <param name="Bits">Vector width.</param>
internal readonly record struct RowVector(int Column, int Bits)
{
    public int Lanes => Bits / 32;

    /// <summary>
    /// Vectors that cover a row. The last one overlaps the one before it rather than reach beyond the row; only a row
    /// that is shorter than a vector is overrun, and there the rows have to be written in order.
    /// </summary>
    public static ImmutableArray<RowVector> Cover(int width)
    {
        int bits = VectorWidth.Bits;
        while (bits > 128 && width <= bits / 64)
            bits /= 2;
        int lanes = bits / 32;
        var vectors = ImmutableArray.CreateBuilder<RowVector>();
        for (int column = 0; column < width; column += lanes)
            vectors.Add(new RowVector(Math.Max(0, Math.Min(column, width - lanes)), bits));
        return vectors.ToImmutable();
    }
}
