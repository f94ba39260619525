using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Plans;

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
