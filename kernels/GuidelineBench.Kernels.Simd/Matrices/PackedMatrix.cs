namespace GuidelineBench.Kernels.Simd.Matrices;

/// <summary>
/// A matrix in the order in which a product with a vector reads it, once from front to back:
/// [four rows][cache line of inputs][row][input], filled up with zeros to whole lines and rows.
/// </summary>
internal static unsafe class PackedMatrix
{
    /// <summary>Rows that are computed together.</summary>
    public const int RowsAtOnce = 4;

    /// <summary>Floats of a cache line.</summary>
    public const int LineFloats = 16;

    /// <summary>Floats of a row with its zeros.</summary>
    public static int RowFloats(int inputs) => (inputs + LineFloats - 1) / LineFloats * LineFloats;

    public static long Count(int inputs, int rows) => (long)RowFloats(inputs) * ((rows + RowsAtOnce - 1) / RowsAtOnce * RowsAtOnce);

    /// <param name="matrix">[row][input].</param>
    /// <param name="packed"><see cref="Count"/> zeros.</param>
    public static void Pack(ReadOnlySpan<float> matrix, int inputs, int rows, float* packed)
    {
        int rowFloats = RowFloats(inputs);
        for (int row = 0; row < rows; row++)
        {
            float* block = packed + (long)(row / RowsAtOnce * RowsAtOnce) * rowFloats + row % RowsAtOnce * LineFloats;
            for (int input = 0; input < inputs; input++)
                block[input / LineFloats * LineFloats * RowsAtOnce + input % LineFloats] = matrix[row * inputs + input];
        }
    }
}
