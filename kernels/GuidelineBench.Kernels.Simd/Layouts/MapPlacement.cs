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

/// <summary>Where the channels of a map, or of a view of several maps, lie in tiles: those of the buffer in each, a slot within it by channel.</summary>
/// <param name="Layout">Tiles and pitch.</param>
/// <param name="ThreadMemory">
/// For a map of which only the current tiles exist: its place in each thread's own memory, instead of a buffer.
/// </param>
/// <param name="Ring">Tiles that exist at once in each thread's memory; a later tile takes the place of the one that many before it.</param>
internal sealed record MapPlace(
    int Buffer, MapLayout Layout, int BufferChannels, ImmutableArray<int> Slots, ImmutableArray<nint> ThreadMemory = default,
    int Ring = 1) : ChannelPlace(Buffer, BufferChannels, Slots)
{
    public bool IsInThreadMemory => !ThreadMemory.IsDefault;

    public int Channels => Slots.Length;

    /// <summary>From one tile to the next.</summary>
    public int TileFloats => Layout.TileFloats(BufferChannels);

    /// <summary>From one image to the next.</summary>
    public long ImageFloats => (long)Layout.Tiles * TileFloats;

    /// <summary>Whether channel lies behind channel.</summary>
    public bool IsContiguous { get; } = Slots.Index().All(slot => slot.Item == Slots[0] + slot.Index);

    /// <summary>Floats from the start of a tile to a channel.</summary>
    public int ChannelOffset(int channel) => Slots[channel] * Layout.Pitch;

    /// <summary>Whether each channel lies as far from that of the other map as any other does, in every tile.</summary>
    public bool IsParallelTo(MapPlace other) =>
        Layout == other.Layout && BufferChannels == other.BufferChannels && Channels == other.Channels
        && Slots.Zip(other.Slots).All(pair => pair.First - pair.Second == Slots[0] - other.Slots[0]);
}
