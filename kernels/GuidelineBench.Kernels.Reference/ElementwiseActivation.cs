using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Reference;

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
