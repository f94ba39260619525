using System.Numerics;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Reference;

/// <summary>The sum that convolutions and fully connected layers are made of, in double.</summary>
public static class DotProduct
{
    /// <summary>
    /// In several sums: in one, every addition would wait for the one before it. With plain numbers Reference takes five
    /// times as long, and every network is verified before it is timed.
    /// </summary>
    /// <param name="values">As many as weights.</param>
    public static double Of(ReadOnlySpan<float> weights, ReadOnlySpan<double> values)
    {
        Vector<double> even = Vector<double>.Zero, odd = Vector<double>.Zero;
        int i = 0;
        for (; i <= weights.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(weights[i..]), out Vector<double> first, out Vector<double> second);
            even += first * new Vector<double>(values[i..]);
            odd += second * new Vector<double>(values[(i + Vector<double>.Count)..]);
        }

        double sum = Vector.Sum(even + odd);
        for (; i < weights.Length; i++)
            sum += weights[i] * values[i];
        return sum;
    }
}

/// <summary>
/// A convolution with any window and number of groups. As usual in this field the kernel is not mirrored:
/// <c>out[o, y, x] = bias[o] + sum over i, r, s of weights[o, i, r, s] * in[i0 + i, y * stride + r - top, x * stride + s - left]</c>,
/// where i0 is the first input channel of o's group, top and left are the padding, and values outside the map are zero.
/// </summary>
public static class DirectConvolution
{
    /// <param name="weights">[output channel][input channel of its group][row][column].</param>
    /// <param name="bias">[output channel].</param>
    /// <returns>All output channels at one pixel.</returns>
    public static double[] Pixel(Convolution convolution, Patch patch, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias)
    {
        int length = convolution.FanIn;
        double[] output = new double[convolution.OutputChannels];
        for (int channel = 0; channel < output.Length; channel++)
        {
            int group = channel / convolution.OutputChannelsPerGroup;
            output[channel] = bias[channel]
                + DotProduct.Of(weights.Slice(channel * length, length), patch.Values.AsSpan(group * length, length));
        }

        return output;
    }
}

/// <summary>A fully connected layer: out[o] = bias[o] + sum over i of weights[o, i] * in[i].</summary>
public static class MatrixProduct
{
    /// <param name="values">A whole map, [channel][row][column].</param>
    /// <param name="weights">[output][input].</param>
    /// <param name="bias">[output].</param>
    public static double[] Of(ReadOnlySpan<double> values, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias)
    {
        double[] output = new double[bias.Length];
        for (int o = 0; o < output.Length; o++)
            output[o] = bias[o] + DotProduct.Of(weights.Slice(o * values.Length, values.Length), values);
        return output;
    }
}
