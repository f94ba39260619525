using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>Where the planes of a map begin, read back where only the device knows it.</summary>
internal static class MapPlanes
{
    /// <summary>Of each channel, in quads from the image's beginning.</summary>
    public static int[] Quads(DeviceMap map)
    {
        int[] planes;
        if (map.IsContiguous)
        {
            planes = [.. Enumerable.Range(map.FirstPlane, map.Channels)];
        }
        else
        {
            planes = new int[map.Channels];
            map.Planes.SubView(0, map.Channels).CopyToCPU(planes);
        }

        return [.. planes.Select(plane => checked(plane * (map.PlaneFloats / 4)))];
    }
}
