namespace GuidelineBench.Kernels.Reference;

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
