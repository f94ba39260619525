using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Convolutions;

/// <summary>Maps in buffers that hold other planes too; whatever is not of the map is NaN.</summary>
internal static class TestMaps
{
    private const int OtherPlanes = 3;

    /// <param name="nchw">Its values; empty for a map that is to be written.</param>
    /// <param name="scattered">Channels lie backwards and with gaps instead of one after the other.</param>
    public static DeviceMap Upload(
        DeviceMemory memory, ReadOnlySpan<float> nchw, int batch, int channels, int height, int width, bool scattered)
    {
        int planeFloats = (height * width + 3) / 4 * 4;
        int planesPerImage = (scattered ? 2 : 1) * channels + OtherPlanes;
        int[] planes = [.. Enumerable.Range(0, channels).Select(c => scattered ? 2 * (channels - c) : c + 1)];
        float[] buffer = new float[batch * planesPerImage * planeFloats];
        Array.Fill(buffer, float.NaN);
        for (int i = 0; i < nchw.Length; i++)
        {
            (int plane, int pixel) = Math.DivRem(i, height * width);
            (int image, int channel) = Math.DivRem(plane, channels);
            buffer[(image * planesPerImage + planes[channel]) * planeFloats + pixel] = nchw[i];
        }

        return new DeviceMap(
            memory.Upload(buffer),
            memory.Upload(planes),
            scattered ? -1 : 1,
            channels,
            height,
            width,
            planesPerImage,
            planeFloats);
    }

    /// <returns>The map, after a check that no plane of others was written.</returns>
    public static float[] Download(DeviceMap map, int batch)
    {
        float[] buffer = new float[map.Buffer.Length];
        map.Buffer.SubView(0, buffer.Length).CopyToCPU(buffer);
        int[] planes = new int[map.Channels];
        map.Planes.SubView(0, map.Channels).CopyToCPU(planes);
        int pixels = map.Height * map.Width;
        float[] nchw = new float[batch * map.Channels * pixels];
        for (int image = 0; image < batch; image++)
            for (int plane = 0; plane < map.PlanesPerImage; plane++)
            {
                Span<float> values = buffer.AsSpan((image * map.PlanesPerImage + plane) * map.PlaneFloats, map.PlaneFloats);
                int channel = Array.IndexOf(planes, plane);
                if (channel >= 0)
                    values[..pixels].CopyTo(nchw.AsSpan((image * map.Channels + channel) * pixels));
                else
                    Assert.Equal(-1, values.IndexOfAnyExcept(float.NaN));
            }

        return nchw;
    }
}
