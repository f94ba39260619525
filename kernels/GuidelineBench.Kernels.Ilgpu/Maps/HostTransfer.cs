using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Maps;

/// <summary>Maps in the order of the host, batch x channels x height x width, to and from the device.</summary>
internal static class HostTransfer
{
    /// <summary>Returns when the map is on the device.</summary>
    /// <param name="map">Its channels follow each other.</param>
    public static void Write(DeviceMap map, ReadOnlySpan<float> nchw, int batch, AcceleratorStream stream)
    {
        int pixels = map.Height * map.Width;
        float[] image = new float[map.Channels * map.PlaneFloats];
        for (int n = 0; n < batch; n++)
        {
            for (int channel = 0; channel < map.Channels; channel++)
                nchw.Slice((n * map.Channels + channel) * pixels, pixels).CopyTo(image.AsSpan(channel * map.PlaneFloats));
            Planes(map, n, map.FirstPlane, map.Channels).CopyFromCPU(stream, image);
        }

        stream.Synchronize();
    }

    /// <summary>Returns when the map is on the host.</summary>
    /// <param name="planes">By channel, its plane.</param>
    public static void Read(DeviceMap map, IReadOnlyList<int> planes, Span<float> nchw, int batch, AcceleratorStream stream)
    {
        int pixels = map.Height * map.Width;
        // All that lies between its first and its last plane in one copy; other maps' channels among them are few.
        int first = planes.Min(), count = planes.Max() - first + 1;
        float[] image = new float[count * map.PlaneFloats];
        for (int n = 0; n < batch; n++)
        {
            Planes(map, n, first, count).CopyToCPU(stream, image);
            stream.Synchronize();
            for (int channel = 0; channel < map.Channels; channel++)
                image.AsSpan((planes[channel] - first) * map.PlaneFloats, pixels)
                    .CopyTo(nchw[((n * map.Channels + channel) * pixels)..]);
        }
    }

    private static ArrayView<float> Planes(DeviceMap map, int image, int first, int count) =>
        map.Buffer.SubView(((long)image * map.PlanesPerImage + first) * map.PlaneFloats, (long)count * map.PlaneFloats);
}
