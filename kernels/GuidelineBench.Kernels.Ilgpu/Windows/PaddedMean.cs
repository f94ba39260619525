namespace GuidelineBench.Kernels.Ilgpu.Windows;

/// <summary>Average pooling in which padded zeros count, PyTorch's.</summary>
internal readonly struct PaddedMean : IWindowOperation
{
    public float Outside => 0;

    public void Begin(WindowArguments arguments, int channel)
    {
    }

    public float Of(WindowArguments arguments, SharedRows rows, int row, int column) =>
        Sum(arguments, rows, row, column) / (arguments.KernelSize * arguments.KernelSize);

    /// <returns>The sum of what is under the window.</returns>
    public static float Sum(WindowArguments arguments, SharedRows rows, int row, int column)
    {
        float sum = 0;
        for (int y = 0; y < arguments.KernelSize; y++)
        {
            for (int x = 0; x < arguments.KernelSize; x++)
                sum += rows.At(row + y, column + x);
        }

        return sum;
    }
}
