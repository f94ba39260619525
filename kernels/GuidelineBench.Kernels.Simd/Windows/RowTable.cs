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
