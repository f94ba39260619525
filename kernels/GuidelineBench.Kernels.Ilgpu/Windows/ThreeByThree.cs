using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Windows;

/// <summary>A depthwise 3x3 convolution of any stride, its weights in registers.</summary>
internal struct ThreeByThree : IWindowOperation
{
    private float bias, w00, w01, w02, w10, w11, w12, w20, w21, w22;

    public readonly float Outside => 0;

    public void Begin(WindowArguments arguments, int channel)
    {
        ArrayView<float> weights = arguments.Weights;
        int first = 9 * channel;
        bias = arguments.Bias[channel];
        w00 = weights[first];
        w01 = weights[first + 1];
        w02 = weights[first + 2];
        w10 = weights[first + 3];
        w11 = weights[first + 4];
        w12 = weights[first + 5];
        w20 = weights[first + 6];
        w21 = weights[first + 7];
        w22 = weights[first + 8];
    }

    public readonly float Of(WindowArguments arguments, SharedRows rows, int row, int column)
    {
        bool left = rows.HasColumn(column), middle = rows.HasColumn(column + 1), right = rows.HasColumn(column + 2);
        bool top = rows.HasRow(row), centre = rows.HasRow(row + 1), bottom = rows.HasRow(row + 2);
        float sum = bias;
        sum += w00 * rows.At(row, column, top & left);
        sum += w01 * rows.At(row, column + 1, top & middle);
        sum += w02 * rows.At(row, column + 2, top & right);
        sum += w10 * rows.At(row + 1, column, centre & left);
        sum += w11 * rows.At(row + 1, column + 1, centre & middle);
        sum += w12 * rows.At(row + 1, column + 2, centre & right);
        sum += w20 * rows.At(row + 2, column, bottom & left);
        sum += w21 * rows.At(row + 2, column + 1, bottom & middle);
        sum += w22 * rows.At(row + 2, column + 2, bottom & right);
        return sum;
    }
}

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
