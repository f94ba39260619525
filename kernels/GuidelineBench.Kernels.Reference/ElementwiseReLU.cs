namespace GuidelineBench.Kernels.Reference;

/// <summary>out = max(in, 0).</summary>
public static class ElementwiseReLU
{
    /// <param name="values">Any number of elements.</param>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        double[] output = new double[values.Length];
        for (int i = 0; i < output.Length; i++)
            output[i] = Math.Max(values[i], 0);
        return output;
    }
}
