using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Maps;

/// <summary>A <see cref="DeviceMap"/> as kernels take it. Quads are runs of four floats; every plane is a whole number of them.</summary>
internal readonly struct DevicePlanes(DeviceMap map)
{
    private readonly ArrayView<float> floats = map.Buffer;
    private readonly ArrayView<int> planes = map.Planes;
    private readonly int planesPerImage = map.PlanesPerImage;

    public readonly int PlaneQuads = map.PlaneFloats / 4;

    /// <returns>Index of the first quad of a plane.</returns>
    public int FirstQuad(int image, int channel) => (image * planesPerImage + planes[channel]) * PlaneQuads;

    public Float4 Read(int quad) => floats.Cast<Float4>()[quad];

    public void Write(int quad, Float4 values) => floats.Cast<Float4>()[quad] = values;

    public void WriteFloat(int index, float value) => floats[index] = value;
}
