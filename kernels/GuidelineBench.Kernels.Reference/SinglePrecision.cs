using System.Numerics;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Reference;

/// <summary>
/// Every layer at one output pixel in FP32, sums from their last product to their first: what rounding alone may cost, by which the
/// error of another program's order of summation is measured.
/// </summary>
public static class SinglePrecision
{
    /// <inheritdoc cref="ReferenceOperator.Column(Node, IReadOnlyList{Patch}, float[], float[])"/>
    public static double[] Column(Node node, IReadOnlyList<Patch> operands, float[] weights, float[] bias)
    {
        double[] column = node.Layer switch
        {
            Convolution convolution => Sums(convolution.OutputChannelsPerGroup, convolution.FanIn, operands[0].Values, weights, bias),
            FullyConnected layer => Sums(layer.OutputChannels, layer.Inputs, operands[0].Values, weights, bias),
            _ => ReferenceOperator.Column(node.Layer, operands, weights, bias),
        };
        for (int channel = 0; channel < column.Length; channel++)
            column[channel] = (float)column[channel];
        return node.Activation is { } activation ? ElementwiseActivation.Of(activation, column) : column;
    }

    /// <param name="perGroup">Results that read the same values.</param>
    private static double[] Sums(int perGroup, int length, double[] values, ReadOnlySpan<float> weights, float[] bias)
    {
        float[] singles = [.. values.Select(value => (float)value)];
        double[] output = new double[bias.Length];
        for (int channel = 0; channel < output.Length; channel++)
            output[channel] = bias[channel] + FromLast(weights.Slice(channel * length, length), singles.AsSpan(channel / perGroup * length, length));
        return output;
    }

    private static float FromLast(ReadOnlySpan<float> weights, ReadOnlySpan<float> values)
    {
        Vector<float> sums = Vector<float>.Zero;
        int i = weights.Length;
        for (; i >= Vector<float>.Count; i -= Vector<float>.Count)
            sums += new Vector<float>(weights[(i - Vector<float>.Count)..]) * new Vector<float>(values[(i - Vector<float>.Count)..]);
        float sum = Vector.Sum(sums);
        for (i--; i >= 0; i--)
            sum += weights[i] * values[i];
        return sum;
    }
}
