using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>Where a kernel finds a block's inputs, parameters and outputs while it is written.</summary>
internal interface IBlockAddresses
{
    /// <summary>Next parameter.</summary>
    LocalBuilder Parameters { get; }

    /// <summary>What <see cref="LoadInput"/> is relative to.</summary>
    LocalBuilder Input { get; }

    /// <summary>Back to the group's first input.</summary>
    void StartInputs();

    /// <returns>Floats from <see cref="Input"/> to the first pixel of the panel of that many inputs further on.</returns>
    int LoadInput(int channel);

    /// <summary>Goes on by some inputs.</summary>
    void AdvanceInputs(int count);

    /// <summary>Pushes the address of a pixel of the panel in the block's n-th output channel.</summary>
    void PushOutputAddress(int channel, int pixel);

    /// <summary>Pushes the address of what is added there.</summary>
    void PushAddendAddress(int channel, int pixel, int addend);
}

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
