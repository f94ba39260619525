using System.Collections.Concurrent;
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

/// <summary>Compiled kernels by shape, so that ten equal layers, and the next plan, compile once.</summary>
internal static class ConvolutionKernels
{
    private static readonly ConcurrentDictionary<ConvolutionShape, Lazy<ConvolutionKernel>> Compiled = new();

    public static ConvolutionKernel Get(ConvolutionShape shape) =>
        Compiled.GetOrAdd(shape, key => new Lazy<ConvolutionKernel>(() => ConvolutionEmitter.Compile(key))).Value;
}

/// <summary>A compiled convolution over consecutive tiles of one image.</summary>
/// <param name="input">First tile's input.</param>
/// <param name="parameters">Packed by <see cref="PackedParameters"/>.</param>
/// <param name="output">First tile's output.</param>
/// <param name="addendDistances">For each map to add, its distance from the output in bytes: it lies as the output does.</param>
/// <param name="tiles">1 or more.</param>
/// <param name="inputs">For a shape that gathers, where each input of each group lies in a tile, in bytes from its start.</param>
/// <param name="outputs">For a shape that scatters, where each output channel lies in a tile, in bytes from its start.</param>
internal unsafe delegate void ConvolutionKernel(
    float* input, float* parameters, float* output, nint* addendDistances, nint tiles, nint* inputs, nint* outputs);
