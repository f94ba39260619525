using System.Numerics;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Reference;

/// <summary>Which pixels of its operands an operator reads for one output pixel.</summary>
public static class ReceptiveField
{
    /// <param name="operand">Which of the layer's inputs.</param>
    /// <param name="input">Shape of that operand.</param>
    /// <param name="output">Shape of the result.</param>
    /// <param name="pixel">y * width + x of the result.</param>
    /// <returns>y * width + x of the operand, row by row; -1 for a position outside its map.</returns>
    public static int[] Of(Layer layer, int operand, MapShape input, MapShape output, int pixel) => layer switch
    {
        Convolution convolution => Under(convolution.Window, input, output, pixel),
        MaxPooling pooling => Under(pooling.Window, input, output, pixel),
        AveragePooling pooling => Under(pooling.Window, input, output, pixel),
        FullyConnected or GlobalAveragePooling => [.. Enumerable.Range(0, input.Pixels)],
        ChannelScaling when operand == 1 => [0],
        _ => [pixel],
    };

    private static int[] Under(Window window, MapShape input, MapShape output, int pixel)
    {
        int top = pixel / output.Width * window.Stride - window.Padding.Top;
        int left = pixel % output.Width * window.Stride - window.Padding.Left;
        int[] pixels = new int[window.KernelSize * window.KernelSize];
        int next = 0;
        for (int y = top; y < top + window.KernelSize; y++)
        {
            for (int x = left; x < left + window.KernelSize; x++)
            {
                bool inside = y >= 0 && y < input.Height && x >= 0 && x < input.Width;
                pixels[next++] = inside ? y * input.Width + x : -1;
            }
        }

        return pixels;
    }
}

/// <summary>What an operator sees of one operand when it computes one output pixel.</summary>
/// <param name="Pixels">The positions as <see cref="ReceptiveField"/> gives them, -1 outside the map.</param>
/// <param name="Values">[channel][position]; zero outside the map.</param>
public sealed record Patch(int[] Pixels, double[] Values)
{
    public int Channels => Values.Length / Pixels.Length;

    public bool IsInside(int position) => Pixels[position] >= 0;

    public ReadOnlySpan<double> OfChannel(int channel) => Values.AsSpan(channel * Pixels.Length, Pixels.Length);

    /// <param name="image">channels x height x width, one image.</param>
    /// <param name="pixels">y * width + x, or -1 for a position outside the map.</param>
    public static Patch Of<T>(MapShape shape, ReadOnlySpan<T> image, int[] pixels)
        where T : INumberBase<T>
    {
        double[] values = new double[shape.Channels * pixels.Length];
        int next = 0;
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            ReadOnlySpan<T> plane = image.Slice(channel * shape.Pixels, shape.Pixels);
            foreach (int pixel in pixels)
                values[next++] = pixel < 0 ? 0 : double.CreateChecked(plane[pixel]);
        }

        return new Patch(pixels, values);
    }
}
