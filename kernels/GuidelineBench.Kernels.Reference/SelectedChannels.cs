using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Reference;

/// <summary>Split, shuffle and gather: out[i] = in[channels[i]].</summary>
public static class SelectedChannels
{
    /// <param name="values">[channel] at one pixel.</param>
    public static double[] Of(ChannelSelection selection, ReadOnlySpan<double> values)
    {
        double[] output = new double[selection.Channels.Length];
        for (int i = 0; i < output.Length; i++)
            output[i] = values[selection.Channels[i]];
        return output;
    }
}
