using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Reference;

/// <summary>Local response normalisation: out[c] = in[c] / (offset + alpha / n * sum of in[i]^2)^beta over n neighbouring channels.</summary>
public static class NeighbourNormalization
{
    /// <param name="values">[channel] at one pixel; channels that do not exist add nothing, and n stays.</param>
    public static double[] Of(LocalResponseNormalization layer, ReadOnlySpan<double> values)
    {
        double[] output = new double[values.Length];
        for (int channel = 0; channel < output.Length; channel++)
        {
            int first = Math.Max(channel - layer.Size / 2, 0);
            int last = Math.Min(channel + (layer.Size - 1) / 2, values.Length - 1);
            double squares = 0;
            for (int i = first; i <= last; i++)
                squares += values[i] * values[i];
            output[channel] = values[channel] / Math.Pow(layer.Offset + layer.Alpha / layer.Size * squares, layer.Beta);
        }

        return output;
    }
}
