using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>A network's input in <see cref="InputPlanes"/>.</summary>
/// <param name="start">First float of the first image; zero where no pixel is.</param>
internal sealed unsafe class NetworkInput(InputPlanes planes, MapShape shape, nint start)
{
    public InputPlanes Planes => planes;

    public nint Start => start;

    /// <param name="nchw">Images x channels x height x width.</param>
    public void Write(ReadOnlySpan<float> nchw)
    {
        for (int i = 0; i < nchw.Length; i++)
            *Address(i) = nchw[i];
    }

    /// <param name="nchw">Images x channels x height x width.</param>
    public void Read(Span<float> nchw)
    {
        for (int i = 0; i < nchw.Length; i++)
            nchw[i] = *Address(i);
    }

    private float* Address(int index)
    {
        (int channels, int column) = Math.DivRem(index, shape.Width);
        (channels, int row) = Math.DivRem(channels, shape.Height);
        (int image, int channel) = Math.DivRem(channels, shape.Channels);
        return (float*)start + image * planes.ImageFloats + planes.Offset(channel, row, column);
    }
}
