using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Kernels.Simd.Vectors;

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
    /// Vectors to a tile. Two of 512 bits come within 2 to 4 % of the multiply-add rate; of 128 bits, measured, two with
    /// their usual blocks reach 82 % of it and four 95 %. Two are always tried as well.
    /// </summary>
    private static ImmutableArray<int> UsualVectors =>
        MapLayout.MaxPanelVectors < 4 ? [2] : VectorWidth.Bits == 512 ? [2, 4] : [4, 2];
}
