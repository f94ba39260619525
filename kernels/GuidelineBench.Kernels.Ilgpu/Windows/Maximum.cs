using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Windows;

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
