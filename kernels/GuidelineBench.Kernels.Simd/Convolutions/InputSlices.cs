using System.Collections.Immutable;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd.Emission;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>
/// A convolution of one group cut along its inputs. The first slice stores the sums of its products, each following one adds
/// its own to what is stored. Of many inputs, those of a panel do not stay in the first-level cache until the next block of
/// output channels reads them; those of a slice do.
/// </summary>
internal static class InputSlices
{
    /// <returns>The part's slices in order, each with what of the convolution's parameters it computes with.</returns>
    /// <param name="slices">1 to the number of inputs; 1 for more than one group.</param>
    public static ImmutableArray<(ConvolutionPart Part, LayerParameters Parameters)> Of(
        ConvolutionPart part, LayerParameters parameters, int slices)
    {
        if (slices == 1)
            return [(part, parameters)];
        int inputs = part.Shape.InputsPerGroup;
        return
        [
            .. Enumerable.Range(0, slices).Select(slice =>
            {
                int first = inputs * slice / slices, end = inputs * (slice + 1) / slices;
                ConvolutionShape shape = part.Shape with
                {
                    InputsPerGroup = end - first,
                    Epilogue = Epilogue(part.Shape.Epilogue, slice, slices),
                    FetchesAddends = slice == 0 && part.Shape.FetchesAddends,
                };
                var weights = new LayerParameters(
                    Columns(parameters.Weights, inputs, first, end),
                    slice == 0 ? parameters.Bias : new float[parameters.Bias.Length]);
                return (part with { Shape = shape, FirstInput = first }, weights);
            }),
        ];
    }

    /// <summary>Maps are added with the first slice, as one of them may lie where the output is written.</summary>
    private static Epilogue Epilogue(Epilogue whole, int slice, int slices) =>
        new(slice == 0 ? whole.Addends : 1, slice == slices - 1 ? whole.Clamp : Clamp.None);

    private static float[] Columns(float[] weights, int inputs, int first, int end)
    {
        float[] columns = new float[weights.Length / inputs * (end - first)];
        for (int output = 0; output < weights.Length / inputs; output++)
            weights.AsSpan(output * inputs + first, end - first).CopyTo(columns.AsSpan(output * (end - first)));
        return columns;
    }
}
