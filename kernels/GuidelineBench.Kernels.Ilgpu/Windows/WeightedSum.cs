namespace GuidelineBench.Kernels.Ilgpu.Windows;

/// <summary>A depthwise convolution of any size.</summary>
internal struct WeightedSum : IWindowOperation
{
    private float bias;
    private int firstWeight;

    public readonly float Outside => 0;

    public void Begin(WindowArguments arguments, int channel)
    {
        bias = arguments.Bias[channel];
        firstWeight = channel * arguments.KernelSize * arguments.KernelSize;
    }

    public readonly float Of(WindowArguments arguments, SharedRows rows, int row, int column)
    {
        float sum = bias;
        int weight = firstWeight;
        for (int y = 0; y < arguments.KernelSize; y++)
        {
            for (int x = 0; x < arguments.KernelSize; x++)
            {
                sum += arguments.Weights[weight] * rows.At(row + y, column + x);
                weight++;
            }
        }

        return sum;
    }
}
