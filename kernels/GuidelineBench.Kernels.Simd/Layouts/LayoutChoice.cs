using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Simd.Layouts;

/// <summary>
/// Which layouts the graphs of the controlled experiments can have: all maps have one size, so one layout serves them all
/// and nothing is converted in between.
/// </summary>
internal static class LayoutChoice
{
    /// <summary>
    /// Whether one layout serves the graph: all maps have one size, and there are only convolutions up to 3x3, ReLUs and sums.
    /// </summary>
    public static bool IsUniform(Graph graph) => graph.Nodes.All(node =>
        node.Output.WithChannels(1) == graph.Input.Output.WithChannels(1)
        && node.Layer is Input or Convolution { Window.IsCentered: true, KernelSize: <= 3 } or ReLU or Sum);

    /// <returns>The layouts worth trying for such a graph, the usual one first.</returns>
    public static ImmutableArray<MapLayout> Of(Graph graph)
    {
        MapShape shape = graph.Input.Output;
        return graph.Convolutions.Any(entry => entry.Convolution.KernelSize > 1)
            ? [MapLayout.RowTiles(shape)]
            : [.. UsualVectors.Select(vectors => MapLayout.PixelTiles(shape, vectors))];
    }

    /// <summary>
    /// Vectors to a tile, the usual first. One of 512 bits comes within 1 to 4 % of the multiply-add rate: the inputs of a tile
    /// take half of the first-level cache that two take, and from 256 channels on these fill it. A core that does two
    /// multiply-adds of 512 bits per cycle would wait for one's weights, so two and four are tried as well. Of 128 bits,
    /// measured, two with their usual blocks reach 82 % of the rate and four 95 %.
    /// </summary>
    private static ImmutableArray<int> UsualVectors =>
        MapLayout.MaxPanelVectors < 4 ? [2] : VectorWidth.Bits == 512 ? [1, 2, 4] : [4, 2];
}

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
