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
