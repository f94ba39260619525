using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Maps;

/// <summary>
/// Where a map lies on the device. A channel's pixels are consecutive, row by row; channels lie anywhere in one buffer,
/// so that concatenations, splits and shuffles are addresses only.
/// </summary>
/// <param name="Buffer">The buffer that holds the map, from its first float on.</param>
/// <param name="Planes">For each channel, which plane of the buffer it is: channel c of image n begins at float (n * PlanesPerImage + Planes[c]) * PlaneFloats.</param>
/// <param name="FirstPlane">The plane of channel 0 where channels follow each other (<c>Planes[c] = FirstPlane + c</c>), else -1.</param>
/// <param name="PlanesPerImage">Planes of one image in the buffer, those of other maps included.</param>
/// <param name="PlaneFloats">height x width, rounded up to a multiple of 4 so that every plane begins at 16 bytes; what fills a plane up is undefined, and may be written.</param>
internal sealed record DeviceMap(
    ArrayView<float> Buffer,
    ArrayView<int> Planes,
    int FirstPlane,
    int Channels,
    int Height,
    int Width,
    int PlanesPerImage,
    int PlaneFloats)
{
    public bool IsContiguous => FirstPlane >= 0;
}

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

/// <summary>
/// Four neighbouring floats at an address divisible by 16: four pixels of a row, or four output channels of a weight.
/// Loaded and stored by one instruction.
/// </summary>
internal struct Float4
{
    public float X;
    public float Y;
    public float Z;
    public float W;

    public static Float4 operator +(Float4 left, Float4 right) => new()
    {
        X = left.X + right.X,
        Y = left.Y + right.Y,
        Z = left.Z + right.Z,
        W = left.W + right.W,
    };
}
