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

/// <summary>A concatenation: the channels of each operand behind those of the one before.</summary>
public static class ConcatenatedChannels
{
    /// <param name="operands">Each [channel] at one pixel.</param>
    public static double[] Of(params IReadOnlyList<double[]> operands)
    {
        double[] output = new double[operands.Sum(operand => operand.Length)];
        int next = 0;
        foreach (double[] operand in operands)
        {
            operand.CopyTo(output, next);
            next += operand.Length;
        }

        return output;
    }
}
