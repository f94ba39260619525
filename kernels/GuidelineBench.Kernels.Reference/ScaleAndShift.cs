namespace GuidelineBench.Kernels.Reference;

/// <summary>A batch norm with mean and variance folded in: out[c] = scale[c] * in[c] + shift[c].</summary>
public static class ScaleAndShift
{
    /// <param name="values">[channel] at one pixel.</param>
    /// <param name="scale">[channel].</param>
    /// <param name="shift">[channel].</param>
    public static double[] Of(ReadOnlySpan<double> values, ReadOnlySpan<float> scale, ReadOnlySpan<float> shift)
    {
        double[] output = new double[values.Length];
        for (int channel = 0; channel < output.Length; channel++)
            output[channel] = scale[channel] * values[channel] + shift[channel];
        return output;
    }
}
