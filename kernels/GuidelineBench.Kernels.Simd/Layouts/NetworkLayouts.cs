using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Simd.Layouts;

/// <summary>The layout of every map of a network: whole rows to a tile, by the map's size.</summary>
internal static class NetworkLayouts
{
    /// <summary>
    /// Pixels of a tile: enough rows that a window shares what it loads among them, few enough that all channels of a
    /// tile stay in the second-level cache.
    /// </summary>
    private const int MostTilePixels = 224;

    public static MapLayout Of(MapShape shape)
    {
        int most = Math.Clamp(MostTilePixels / shape.Width, 1, shape.Height);
        // Rows beyond the map and lanes beyond a tile are computed for nothing; of equals the fewest tiles.
        int rows = Enumerable.Range((most + 1) / 2, most - (most + 1) / 2 + 1)
            .OrderBy(candidate => (shape.Height + candidate - 1) / candidate * MapLayout.LanesFor(candidate * shape.Width))
            .ThenByDescending(candidate => candidate)
            .First();
        return MapLayout.WholeRows(shape, rows);
    }
}
