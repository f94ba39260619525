using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Windows;

/// <summary>What is computed of the pixels under a window; a type parameter of the kernel.</summary>
internal interface IWindowOperation
{
    /// <summary>What pixels outside of the map count as.</summary>
    float Outside { get; }

    /// <summary>Reads what is the same for all pixels of a channel.</summary>
    void Begin(WindowArguments arguments, int channel);

    /// <param name="row">First row of input under the window; may be outside of the map.</param>
    /// <param name="column">First column of input under the window; may be outside of the map.</param>
    float Of(WindowArguments arguments, SharedRows rows, int row, int column);
}

/// <summary>Max pooling; padding is left out.</summary>
internal readonly struct Maximum : IWindowOperation
{
    public float Outside => float.NegativeInfinity;

    public void Begin(WindowArguments arguments, int channel)
    {
    }

    public float Of(WindowArguments arguments, SharedRows rows, int row, int column)
    {
        float largest = float.NegativeInfinity;
        for (int y = 0; y < arguments.KernelSize; y++)
        {
            for (int x = 0; x < arguments.KernelSize; x++)
                largest = IntrinsicMath.Max(largest, rows.At(row + y, column + x));
        }

        return largest;
    }
}

/// <summary>Average pooling over the pixels of the map that are under the window, TensorFlow's.</summary>
internal readonly struct Mean : IWindowOperation
{
    public float Outside => 0;

    public void Begin(WindowArguments arguments, int channel)
    {
    }

    public float Of(WindowArguments arguments, SharedRows rows, int row, int column)
    {
        int height = Inside(row, arguments.KernelSize, arguments.Height), width = Inside(column, arguments.KernelSize, arguments.Width);
        return PaddedMean.Sum(arguments, rows, row, column) / (height * width);
    }

    private static int Inside(int first, int kernelSize, int size) =>
        IntrinsicMath.Min(first + kernelSize, size) - IntrinsicMath.Max(first, 0);
}

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
