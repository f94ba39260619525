using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>Parts of a run whose maps have the same tiles.</summary>
/// <param name="Parts">In order; the first one may read a few rows around what the segment before hands over.</param>
/// <param name="Layout">Of all their outputs.</param>
/// <param name="Window">The window of the first part, where a segment goes before.</param>
internal sealed record TileSegment(ImmutableArray<ITileStage> Parts, MapLayout Layout, Window? Window)
{
    /// <summary>First and last tile of the segment before that a tile needs.</summary>
    public (int First, int Last) Needs(int tile, MapLayout before) => Needed(Window!, tile, Layout, before);

    /// <summary>Tiles of a map that a window needs for one tile of its output, at most.</summary>
    public static int MostNeeded(Window window, MapLayout layout, MapLayout before) => Enumerable.Range(0, layout.Tiles)
        .Select(tile => Needed(window, tile, layout, before))
        .Max(needed => needed.Last - needed.First + 1);

    private static (int First, int Last) Needed(Window window, int tile, MapLayout layout, MapLayout before)
    {
        int first = tile * layout.TileRows * window.Stride - window.Padding.Top;
        int last = first + (layout.TileRows - 1) * window.Stride + window.KernelSize - 1;
        return (TileOf(first), TileOf(last));

        int TileOf(int row) => Math.Clamp(row, 0, before.Height - 1) / before.TileRows;
    }
}
