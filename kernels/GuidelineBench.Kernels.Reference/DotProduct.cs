namespace GuidelineBench.Kernels.Reference;

/// <summary>The sum that convolutions and fully connected layers are made of, in double.</summary>
public static class DotProduct
{
    /// <summary>In four sums: in one, every addition would wait for the one before it, which makes Reference three times slower.</summary>
    /// <param name="values">As many as weights.</param>
    public static double Of(ReadOnlySpan<float> weights, ReadOnlySpan<double> values)
    {
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i <= weights.Length - 4; i += 4)
        {
            a += weights[i] * values[i];
            b += weights[i + 1] * values[i + 1];
            c += weights[i + 2] * values[i + 2];
            d += weights[i + 3] * values[i + 3];
        }

        for (; i < weights.Length; i++)
            a += weights[i] * values[i];
        return a + b + (c + d);
    }
}
