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
