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
