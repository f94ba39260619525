using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Simd.Vectors;

namespace GuidelineBench.Kernels.Simd.Layouts;

/// <summary>
/// Which layouts a graph can have. All maps of a graph have one size, so one layout serves them all and nothing is
/// converted in between.
/// </summary>
internal static class LayoutChoice
{
    /// <returns>The layouts worth trying, the usual one first.</returns>
    /// <exception cref="PlanException">No layout serves the graph.</exception>
    public static ImmutableArray<MapLayout> Of(Graph graph)
    {
        MapShape shape = graph.Input.Output;
        if (graph.Nodes.Any(node => node.Output.WithChannels(1) != shape.WithChannels(1)))
            throw new PlanException($"{graph.Name}: maps of different sizes are not supported.");
        int largest = graph.Convolutions.Select(entry => entry.Convolution.KernelSize).DefaultIfEmpty(1).Max();
        if (largest > 3)
            throw new PlanException(FormattableString.Invariant($"{graph.Name}: convolutions up to 3x3 are supported, not {largest}x{largest}."));
        return largest > 1
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
