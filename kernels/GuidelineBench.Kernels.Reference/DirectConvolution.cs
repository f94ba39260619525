using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Reference;

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
