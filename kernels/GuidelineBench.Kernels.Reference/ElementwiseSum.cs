using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Reference;

/// <summary>out = in0 + in1 + ...</summary>
public static class ElementwiseSum
{
    /// <param name="operands">One or more, of one length.</param>
    public static double[] Of(params IReadOnlyList<double[]> operands)
    {
        double[] output = new double[operands[0].Length];
        foreach (double[] operand in operands)
        {
            for (int i = 0; i < output.Length; i++)
                output[i] += operand[i];
        }

        return output;
    }
}

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

/// <summary>out = f(in), element by element.</summary>
public static class ElementwiseActivation
{
    /// <param name="values">Any number of elements.</param>
    public static double[] Of(Activation activation, ReadOnlySpan<double> values)
    {
        double[] output = new double[values.Length];
        for (int i = 0; i < output.Length; i++)
            output[i] = activation.Of(values[i]);
        return output;
    }
}

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
