namespace GuidelineBench.Kernels.Reference;

/// <summary>out = in0 * in1: a map's channels at one pixel and their factors.</summary>
public static class ElementwiseProduct
{
    /// <param name="factors">As many as values.</param>
    public static double[] Of(ReadOnlySpan<double> values, ReadOnlySpan<double> factors)
    {
        double[] output = new double[values.Length];
        for (int i = 0; i < output.Length; i++)
            output[i] = values[i] * factors[i];
        return output;
    }
}
