using System.Collections.Immutable;

namespace GuidelineBench.Kernels.Simd.Layouts;

/// <summary>Equal panels one behind the other: as many vectors of pixels as the registers hold at once.</summary>
/// <param name="Segments">Of one panel; offsets from its first pixel.</param>
/// <param name="Count">Panels.</param>
internal sealed record PanelRun(ImmutableArray<Segment> Segments, int Count)
{
    /// <summary>Pixels of one panel.</summary>
    public int Pixels => Segments.Sum(segment => segment.Pixels);
}

/// <summary>One vector of a tile's row of pixels.</summary>
/// <param name="Offset">First pixel within the tile.</param>
/// <param name="Bits">Vector width.</param>
/// <param name="Pixels">Lanes that hold pixels; the rest lie in padding, which a kernel must leave zero.</param>
internal readonly record struct Segment(int Offset, int Bits, int Pixels)
{
    public int Lanes => Bits / 32;

    public bool IsPartial => Pixels < Lanes;
}
