using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>
/// Weights in the order in which the kernel reads them, once from front to back for every tile:
/// [group][block]{ bias[n], weight[input channel][tap][n] }, n output channels to a block.
/// </summary>
internal static class PackedParameters
{
    public static long Count(ConvolutionShape shape) =>
        shape.OutputChannels * ((long)shape.InputsPerGroup * shape.Taps + 1);

    /// <param name="firstChannel">First output channel that the shape computes.</param>
    public static void Pack(ConvolutionShape shape, int firstChannel, LayerParameters parameters, Span<float> packed)
    {
        int position = 0, channel = firstChannel, taps = shape.Taps, inputs = shape.InputsPerGroup;
        for (int group = 0; group < shape.Groups; group++)
        {
            foreach (int size in shape.Blocks.Sizes)
            {
                parameters.Bias.AsSpan(channel, size).CopyTo(packed[position..]);
                position += size;
                for (int input = 0; input < inputs; input++)
                    for (int tap = 0; tap < taps; tap++)
                        for (int output = 0; output < size; output++)
                            packed[position++] = parameters.Weights[((channel + output) * inputs + input) * taps + tap];
                channel += size;
            }
        }
    }
}
