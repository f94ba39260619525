using System.Numerics;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Reference;

/// <summary>
/// A convolution of any kernel size and number of groups, stride 1, zero padding that keeps the map's size. As usual
/// in this field the kernel is not mirrored:
/// <c>out[o, y, x] = bias[o] + sum over i, r, s of weights[o, i, r, s] * in[i0 + i, y + r - k / 2, x + s - k / 2]</c>,
/// where i0 is the first input channel of o's group and values outside the map are zero.
/// </summary>
public static class DirectConvolution
{
    /// <summary>What lies under the kernel at one pixel: [input channel][row][column], the order of an output channel's weights.</summary>
    /// <param name="image">channels x height x width, one image.</param>
    /// <param name="pixel">y * width + x.</param>
    public static double[] Patch<T>(Convolution convolution, MapShape input, ReadOnlySpan<T> image, int pixel)
        where T : INumberBase<T>
    {
        int k = convolution.KernelSize;
        int top = pixel / input.Width - k / 2;
        int left = pixel % input.Width - k / 2;
        double[] patch = new double[input.Channels * k * k];
        int next = 0;
        for (int channel = 0; channel < input.Channels; channel++)
        {
            ReadOnlySpan<T> plane = image.Slice(channel * input.Pixels, input.Pixels);
            for (int y = top; y < top + k; y++)
            {
                for (int x = left; x < left + k; x++)
                {
                    bool inside = y >= 0 && y < input.Height && x >= 0 && x < input.Width;
                    patch[next++] = inside ? double.CreateChecked(plane[y * input.Width + x]) : 0;
                }
            }
        }

        return patch;
    }

    /// <returns>All output channels at the pixel of that <see cref="Patch"/>.</returns>
    /// <param name="weights">[output channel][input channel of its group][row][column].</param>
    /// <param name="bias">[output channel].</param>
    public static double[] Pixel(Convolution convolution, ReadOnlySpan<double> patch, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias)
    {
        int length = convolution.FanIn;
        double[] output = new double[convolution.OutputChannels];
        for (int channel = 0; channel < output.Length; channel++)
        {
            int group = channel / convolution.OutputChannelsPerGroup;
            output[channel] = bias[channel] + Dot(weights.Slice(channel * length, length), patch.Slice(group * length, length));
        }

        return output;
    }

    /// <summary>In four sums: in one, every addition would wait for the one before it, which makes Reference three times slower.</summary>
    private static double Dot(ReadOnlySpan<float> weights, ReadOnlySpan<double> values)
    {
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i <= weights.Length - 4; i += 4)
        {
            a += weights[i] * values[i];
            b += weights[i + 1] * values[i + 1];
            c += weights[i + 2] * values[i + 2];
            d += weights[i + 3] * values[i + 3];
        }

        for (; i < weights.Length; i++)
            a += weights[i] * values[i];
        return a + b + (c + d);
    }
}
