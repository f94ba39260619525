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
        uint fine = Seed("fine"), coarse = Seed("coarse");
        float[] values = new float[3 * Size * Size];
        for (int i = 0; i < values.Length; i++)
        {
            int channel = i / (Size * Size), row = i / Size % Size, column = i % Size;
            int block = (channel * Blocks + row / (Size / Blocks)) * Blocks + column / (Size / Blocks);
            values[i] = (float)(2 * Uniform(fine, i) - 1 + (2 * Uniform(coarse, block) - 1));
        }

        return new Tensor(TensorShape.Of(1, 3, Size, Size), values);
    }

    /// <param name="name">As in a file of weights; its ending says what the tensor is.</param>
    /// <param name="gain">Three times the variance that weights give to the sum of a layer.</param>
    public static Tensor Weights(string name, TensorShape shape, double gain)
    {
        uint seed = Seed(name);
        float[] values = new float[shape.Elements];
        // Around 0 for weights, biases and means.
        double range = shape.Dimensions.Length > 1 ? Math.Sqrt(gain / (shape.Elements / shape.Dimensions[0])) : 0.4;
        bool isVariance = name.EndsWith(".running_var", StringComparison.Ordinal);
        bool isScale = shape.Dimensions.Length == 1 && name.EndsWith(".weight", StringComparison.Ordinal);
        for (int i = 0; i < values.Length; i++)
        {
            double uniform = Uniform(seed, i);
            values[i] = (float)(isVariance ? 0.5 + uniform : isScale ? 0.75 + 0.5 * uniform : range * (2 * uniform - 1));
        }

        return new Tensor(shape, values);
    }

    /// <summary>FNV-1a.</summary>
    private static uint Seed(string name) =>
        Encoding.UTF8.GetBytes(name).Aggregate(2166136261u, (seed, letter) => (seed ^ letter) * 16777619);

    /// <summary>In [0, 1), a multiple of 2^-24: the finalizer of MurmurHash3.</summary>
    private static double Uniform(uint seed, int index)
    {
        uint x = seed + (uint)index * 0x9E3779B9;
        x = (x ^ (x >> 16)) * 0x85EBCA6B;
        x = (x ^ (x >> 13)) * 0xC2B2AE35;
        return ((x ^ (x >> 16)) >> 8) / (double)(1 << 24);
    }
}
