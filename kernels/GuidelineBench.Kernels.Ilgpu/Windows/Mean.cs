using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Windows;

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
