namespace GuidelineBench.Kernels.Simd.Layouts;

/// <summary>One vector of a tile's row of pixels.</summary>
/// <param name="Offset">First pixel within the tile.</param>
/// <param name="Bits">Vector width.</param>
/// <param name="Pixels">Lanes that hold pixels; the rest lie in padding, which a kernel must leave zero.</param>
internal readonly record struct Segment(int Offset, int Bits, int Pixels)
{
    public int Lanes => Bits / 32;

    public bool IsPartial => Pixels < Lanes;
}
