using System.Text;
using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.EndToEnd.Tests.Torchvision;

/// <summary>
/// Weights and an image by formulas of a name and an index, in whole numbers up to the last step, so that compare.py
/// computes the same ones: whole weights would be too large to keep.
/// </summary>
internal static class Formula
{
    private const int Size = 224, Blocks = 8;

    /// <summary>1 x 3 x 224 x 224: fine noise on coarse blocks, so that the mean over all pixels does not hide it.</summary>
    public static Tensor Image()
    {
        double[] fine = Uniform("fine", 3 * Size * Size), coarse = Uniform("coarse", 3 * Blocks * Blocks);
        float[] values = new float[fine.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int channel = i / (Size * Size), row = i / Size % Size, column = i % Size;
            double block = coarse[(channel * Blocks + row / (Size / Blocks)) * Blocks + column / (Size / Blocks)];
            values[i] = (float)(2 * fine[i] - 1 + (2 * block - 1));
        }

        return new Tensor(TensorShape.Of(1, 3, Size, Size), values);
    }

    /// <param name="name">As in a file of weights; its ending says what the tensor is.</param>
    /// <param name="gain">Three times the variance that weights give to the sum of a layer.</param>
    public static Tensor Weights(string name, TensorShape shape, double gain)
    {
        double[] uniform = Uniform(name, checked((int)shape.Elements));
        Func<double, double> value = shape.Dimensions.Length > 1 ? Centered(Math.Sqrt(gain / (shape.Elements / shape.Dimensions[0])))
            : name.EndsWith(".running_var", StringComparison.Ordinal) ? u => 0.5 + u
            : name.EndsWith(".weight", StringComparison.Ordinal) ? u => 0.75 + 0.5 * u
            : Centered(0.4);
        return new Tensor(shape, Array.ConvertAll(uniform, u => (float)value(u)));

        static Func<double, double> Centered(double range) => u => range * (2 * u - 1);
    }

    /// <summary>Numbers in [0, 1), multiples of 2^-24: FNV-1a of the name, then the finalizer of MurmurHash3.</summary>
    private static double[] Uniform(string name, int count)
    {
        uint seed = 2166136261;
        foreach (byte letter in Encoding.UTF8.GetBytes(name))
            seed = (seed ^ letter) * 16777619;
        double[] numbers = new double[count];
        for (uint i = 0; i < numbers.Length; i++)
        {
            uint x = seed + i * 0x9E3779B9;
            x = (x ^ (x >> 16)) * 0x85EBCA6B;
            x = (x ^ (x >> 13)) * 0xC2B2AE35;
            numbers[i] = ((x ^ (x >> 16)) >> 8) / (double)(1 << 24);
        }

        return numbers;
    }
}
