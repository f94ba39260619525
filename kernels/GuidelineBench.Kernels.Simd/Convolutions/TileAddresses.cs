using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>Where the tiles of a map, or of what was laid out from it, begin.</summary>
/// <param name="start">First tile of the first image; unused where each thread has tiles of its own.</param>
/// <param name="threadMemory">Those tiles of each thread, or null.</param>
/// <param name="ring">How many of them there are.</param>
internal sealed unsafe class TileAddresses(nint start, long imageFloats, long tileFloats, nint[]? threadMemory = null, int ring = 1)
{
    public static TileAddresses Of(MapPlace place, NetworkMemory memory) => place.IsInThreadMemory
        ? new TileAddresses(0, 0, place.TileFloats, [.. place.ThreadMemory], place.Ring)
        : new TileAddresses((nint)memory.Tile(place, 0, 0), place.ImageFloats, place.TileFloats);

    public float* this[int image, int tile, int thread] => threadMemory is null
        ? (float*)start + image * imageFloats + tile * tileFloats
        : (float*)threadMemory[thread] + tile % ring * tileFloats;
}
