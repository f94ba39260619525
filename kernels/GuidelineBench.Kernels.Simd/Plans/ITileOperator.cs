using System.Collections.Immutable;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>An operator with its kernel chosen and its parameters packed, but without addresses.</summary>
internal unsafe interface ITileOperator
{
    /// <summary>The kernel and its tile, for the plan's text.</summary>
    string Choice { get; }

    /// <summary>Into how many parts by output channel the work can be shared; 1 when only tiles are.</summary>
    int Parts { get; }

    /// <summary>Multiply-adds or additions of one tile, for deciding how many threads are worth waking.</summary>
    long WorkPerTile { get; }

    /// <summary>Bytes of parameters and maps that one forward pass of the batch reads and writes.</summary>
    long Bytes(int batch);

    /// <summary>Computes consecutive tiles of one image.</summary>
    /// <param name="part">From 0; which part of the output channels.</param>
    /// <param name="inputs">Addresses of the first tile in each operand, in the order of the step's inputs.</param>
    /// <param name="distances">Scratch of as many words as there are inputs.</param>
    /// <param name="output">Address of the first tile of the result.</param>
    /// <param name="tiles">1 or more.</param>
    void Run(int part, float** inputs, nint* distances, float* output, int tiles);
}

/// <summary>An operator at its place in a plan.</summary>
internal sealed record OperatorInstance(ITileOperator Operator, ImmutableArray<MapAddress> Inputs, MapAddress Output);

/// <summary>Where an operator finds a map: whole in memory, or, between operators that are carried through together, as the current tiles only.</summary>
/// <param name="Base">First float of the buffer, or distance in bytes from the start of the thread's scratch memory.</param>
/// <param name="Channels">Channels of the map.</param>
/// <param name="IsScratch">Whether only the current tiles exist.</param>
internal readonly record struct MapAddress(nint Base, int Channels, bool IsScratch)
{
    /// <returns>Address of a tile's first float.</returns>
    public nint Of(MapLayout layout, int image, int tile, nint scratch) =>
        IsScratch ? scratch + Base : Base + (nint)(sizeof(float) * layout.TileOffset(Channels, image, tile));
}
