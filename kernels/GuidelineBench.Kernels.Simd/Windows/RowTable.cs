using System.Collections.Immutable;

namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>Where the rows of a map lie, and what is read in place of a row outside it.</summary>
/// <param name="offsets">By row, floats from the image's first tile to its first column.</param>
/// <param name="padding">A row of padding; at each channel's offset from there lies one.</param>
internal sealed unsafe class RowTable(long[] offsets, nint padding)
{
    /// <summary>Addresses of consecutive rows.</summary>
    /// <param name="image">The image's first tile.</param>
    /// <param name="first">First row; rows outside the map are rows of padding.</param>
    public void Fill(nint* addresses, float* image, int first, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int row = first + i;
            addresses[i] = (uint)row < (uint)offsets.Length ? (nint)(image + offsets[row]) : padding;
        }
    }
}

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
