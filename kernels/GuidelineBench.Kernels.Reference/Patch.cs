using System.Numerics;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Reference;

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
