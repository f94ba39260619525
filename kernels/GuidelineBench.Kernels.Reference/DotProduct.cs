using System.Numerics;

namespace GuidelineBench.Kernels.Reference;

/// <summary>The sum that convolutions and fully connected layers are made of, in double.</summary>
public static class DotProduct
{
    /// <summary>
    /// In several sums: in one, every addition would wait for the one before it. With plain numbers Reference takes five
    /// times as long, and every network is verified before it is timed.
    /// </summary>
    /// <param name="values">As many as weights.</param>
    public static double Of(ReadOnlySpan<float> weights, ReadOnlySpan<double> values)
    {
        Vector<double> even = Vector<double>.Zero, odd = Vector<double>.Zero;
        int i = 0;
        for (; i <= weights.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(weights[i..]), out Vector<double> first, out Vector<double> second);
            even += first * new Vector<double>(values[i..]);
            odd += second * new Vector<double>(values[(i + Vector<double>.Count)..]);
        }

        double sum = Vector.Sum(even + odd);
        for (; i < weights.Length; i++)
            sum += weights[i] * values[i];
        return sum;
    }
}
