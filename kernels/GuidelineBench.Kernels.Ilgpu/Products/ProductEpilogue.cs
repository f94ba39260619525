using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>What follows a product before it is written: bias, addends, activation.</summary>
internal static class ProductEpilogue
{
    private const int MaxAddends = 3;

    /// <param name="packPlanes">Turns a value of each output channel into a table in the kernel's order of rows; the second argument stands for rows without channel.</param>
    /// <exception cref="PlanException">More than three addends, or an activation that is no clamping.</exception>
    public static ProductOutput Bind(
        string layer,
        float[] bias,
        DeviceMap output,
        ImmutableArray<DeviceMap> addends,
        Activation? activation,
        Func<int[], int, int[]> packPlanes,
        Func<float[], float, float[]> packBias,
        DeviceMemory memory)
    {
        if (addends.Length > MaxAddends)
            throw new PlanException(FormattableString.Invariant(
                $"{layer}: the GPU kernels add at most {MaxAddends} maps to a product, not {addends.Length}."));
        (float low, float high) = activation switch
        {
            null => (float.NegativeInfinity, float.PositiveInfinity),
            ReLU => (0f, float.PositiveInfinity),
            ReLU6 => (0f, 6f),
            _ => throw new PlanException($"{layer}: the GPU kernels do not fuse {activation.Signature} into a product."),
        };
        ArrayView<int> rows = memory.Upload(packPlanes(MapPlanes.Quads(output), -1));
        // What is not there is bound to the output and never read.
        Addend Addend(int index)
        {
            DeviceMap map = index < addends.Length ? addends[index] : output;
            return new Addend
            {
                Planes = map.Buffer.Cast<Float4>(),
                Rows = index < addends.Length ? memory.Upload(packPlanes(MapPlanes.Quads(map), 0)) : rows,
                ImageQuads = map.PlanesPerImage * (map.PlaneFloats / 4),
            };
        }

        return new ProductOutput
        {
            Planes = output.Buffer.Cast<Float4>(),
            Rows = rows,
            Bias = memory.Upload(packBias(bias, 0)),
            ImageQuads = output.PlanesPerImage * (output.PlaneFloats / 4),
            Addend0 = Addend(0),
            Addend1 = Addend(1),
            Addend2 = Addend(2),
            Addends = addends.Length,
            Low = low,
            High = high,
        };
    }
}

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
