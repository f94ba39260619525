namespace GuidelineBench.Kernels.Reference;

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
