using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Execution.Weights;

/// <summary>
/// A batch norm at inference is one scale and one shift per channel: y = s (x - mean) / sqrt(variance + eps) + t. It is
/// folded into the layer before it, in double, and rounded once.
/// </summary>
public static class BatchNormFolding
{
    /// <summary>eps of PyTorch's batch norm, with which all networks were trained whose weights can be imported.</summary>
    public const double Epsilon = 1e-5;

    /// <param name="weights">[output channel][...], without a bias; ones for a batch norm that stands alone.</param>
    /// <param name="scale">[output channel], like the next three; <c>weight</c> in PyTorch.</param>
    /// <param name="shift"><c>bias</c> in PyTorch.</param>
    /// <returns>The folded layer. A negative variance or a result beyond float32 gives numbers that are not finite.</returns>
    public static LayerParameters Fold(
        float[] weights, ReadOnlySpan<float> scale, ReadOnlySpan<float> shift, ReadOnlySpan<float> mean, ReadOnlySpan<float> variance)
    {
        int fanIn = weights.Length / scale.Length;
        float[] folded = GC.AllocateUninitializedArray<float>(weights.Length);
        float[] bias = new float[scale.Length];
        for (int channel = 0; channel < bias.Length; channel++)
        {
            double factor = scale[channel] / Math.Sqrt(variance[channel] + Epsilon);
            bias[channel] = (float)(shift[channel] - mean[channel] * factor);
            for (int i = channel * fanIn; i < (channel + 1) * fanIn; i++)
                folded[i] = (float)(weights[i] * factor);
        }

        return new LayerParameters(folded, bias);
    }
}
