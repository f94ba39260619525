using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Placement;

namespace GuidelineBench.Kernels.Simd.Layouts;

/// <summary>Where every map of a network lies, in tiles: see <see cref="ChannelPlacement"/>.</summary>
internal sealed class MapPlacement
{
    private readonly Graph graph;
    private readonly Func<MapShape, MapLayout> layoutOf;
    private readonly ChannelPlacement placement;

    private MapPlacement(Graph graph, Func<MapShape, MapLayout> layoutOf, ChannelPlacement placement)
    {
        this.graph = graph;
        this.layoutOf = layoutOf;
        this.placement = placement;
    }

    /// <summary>Floats of one image in each buffer.</summary>
    public ImmutableArray<long> BufferFloats => placement.BufferFloats;

    /// <param name="layoutOf">The layout of maps of one size.</param>
    /// <param name="elsewhere">A node whose map needs no place, because it lies elsewhere and no view names it.</param>
    /// <param name="addend">
    /// What a step adds value by value just before it writes the same place; where nobody reads it later, the step's output
    /// replaces it: a sum then writes lines that it has just read.
    /// </param>
    public static MapPlacement Create(
        Graph graph, ImmutableArray<PlanStep> steps, Func<MapShape, MapLayout> layoutOf, int? elsewhere = null,
        Func<PlanStep, int?>? addend = null) =>
        new(graph, layoutOf, ChannelPlacement.Create(graph, steps, shape => ChannelFloats(layoutOf(shape)), elsewhere, addend));

    /// <summary>Place of a node's output, a view included.</summary>
    public MapPlace this[int node]
    {
        get
        {
            ChannelPlace place = placement[node];
            return new MapPlace(place.Buffer, layoutOf(graph.Nodes[node].Output), place.BufferChannels, place.Slots);
        }
    }

    private static long ChannelFloats(MapLayout layout) => (long)layout.Tiles * layout.TileFloats(channels: 1);
}
