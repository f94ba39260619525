using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Placement;

/// <summary>
/// Where every map of a network lies. Maps that some operator reads as one, as parts of a concatenation, share a buffer,
/// channel by channel: the second half of a ShuffleNet v2 unit's output takes the places of the channels that its work
/// branch has read, so that split, concatenation and shuffle move nothing. Buffers that are not needed at the same time
/// share memory.
/// </summary>
internal sealed class MapPlacement
{
    private readonly ImmutableArray<ImmutableArray<MapChannel>> views;
    private readonly Dictionary<int, Home> homes;
    private readonly Dictionary<int, ImmutableArray<int>> slots = [];

    private MapPlacement(Graph graph, ImmutableArray<PlanStep> steps, Func<Core.Layers.MapShape, MapLayout> layoutOf)
    {
        views = ChannelViews.Of(graph);
        homes = Homes(graph, steps, layoutOf);
        PlaceChannels(graph, steps);
        BufferFloats = PlaceBuffers(graph.Nodes.Length);
    }

    /// <summary>Floats of one image in each buffer.</summary>
    public ImmutableArray<long> BufferFloats { get; }

    /// <param name="steps">In order of execution.</param>
    /// <param name="layoutOf">The layout of maps of one size.</param>
    public static MapPlacement Create(Graph graph, ImmutableArray<PlanStep> steps, Func<Core.Layers.MapShape, MapLayout> layoutOf) =>
        new(graph, steps, layoutOf);

    /// <summary>Place of a node's output, a view included.</summary>
    public MapPlace this[int node]
    {
        get
        {
            ImmutableArray<MapChannel> channels = views[node];
            Home home = homes[channels[0].Node];
            return new MapPlace(
                home.Buffer, home.Layout, home.Slots.Count, [.. channels.Select(channel => slots[channel.Node][channel.Channel])]);
        }
    }

    /// <summary>Maps that some operator reads as one have one home.</summary>
    private Dictionary<int, Home> Homes(Graph graph, ImmutableArray<PlanStep> steps, Func<Core.Layers.MapShape, MapLayout> layoutOf)
    {
        Dictionary<int, int> parents = steps.Select(step => step.Output).Append(graph.Input.Index).ToDictionary(node => node);
        foreach (int read in steps.SelectMany(step => step.Inputs).Append(graph.Output.Index))
            foreach (MapChannel channel in views[read])
                parents[Root(channel.Node)] = Root(views[read][0].Node);
        var byRoot = new Dictionary<int, Home>();
        return parents.Keys.ToDictionary(node => node, node =>
        {
            int root = Root(node);
            if (!byRoot.TryGetValue(root, out Home? home))
                byRoot[root] = home = new Home(layoutOf(graph.Nodes[root].Output));
            return home;
        });

        int Root(int node)
        {
            while (parents[node] != node)
                node = parents[node] = parents[parents[node]];
            return node;
        }
    }

    private void PlaceChannels(Graph graph, ImmutableArray<PlanStep> steps)
    {
        const int before = -1;
        int after = steps.Length;
        var lastRead = new Dictionary<MapChannel, int>();
        for (int step = 0; step < steps.Length; step++)
            foreach (int input in steps[step].Inputs)
                foreach (MapChannel channel in views[input])
                    lastRead[channel] = step;
        // The input stays, so that a run can be repeated; and so does the output.
        foreach (MapChannel channel in views[graph.Input.Index].Concat(views[graph.Output.Index]))
            lastRead[channel] = after;

        Place(graph.Input.Index, before);
        for (int step = 0; step < steps.Length; step++)
            Place(steps[step].Output, step);

        void Place(int node, int step)
        {
            Home home = homes[node];
            foreach ((MapChannel channel, int slot) in home.Occupied.Where(occupied => lastRead.GetValueOrDefault(occupied.Key, occupied.Value.Written) < step)
                         .Select(occupied => (occupied.Key, occupied.Value.Slot)).ToArray())
            {
                home.Occupied.Remove(channel);
                home.Slots.Free(slot);
            }

            slots[node] = home.Slots.Take(graph.Nodes[node].Output.Channels);
            for (int channel = 0; channel < slots[node].Length; channel++)
            {
                var key = new MapChannel(node, channel);
                home.Occupied[key] = (slots[node][channel], step);
                home.LastRead = Math.Max(home.LastRead, lastRead.GetValueOrDefault(key, step));
            }

            home.FirstWritten = Math.Min(home.FirstWritten, step);
        }
    }

    private ImmutableArray<long> PlaceBuffers(int nodes)
    {
        List<long> floats = [];
        List<int> busyUntil = [];
        foreach (Home home in homes.OrderBy(entry => entry.Key).Select(entry => entry.Value).Distinct().OrderBy(home => home.FirstWritten))
        {
            long needed = (long)home.Layout.Tiles * home.Layout.TileFloats(home.Slots.Count);
            int[] free = [.. Enumerable.Range(0, floats.Count).Where(buffer => busyUntil[buffer] < home.FirstWritten)];
            int chosen = free.Length == 0
                ? floats.Count
                : free.OrderBy(buffer => floats[buffer] < needed).ThenBy(buffer => Math.Abs(floats[buffer] - needed)).First();
            if (chosen == floats.Count)
            {
                floats.Add(0);
                busyUntil.Add(nodes);
            }

            floats[chosen] = Math.Max(floats[chosen], needed);
            busyUntil[chosen] = home.LastRead;
            home.Buffer = chosen;
        }

        return [.. floats];
    }

    /// <summary>A buffer's worth of channels of one size.</summary>
    private sealed class Home(MapLayout layout)
    {
        public MapLayout Layout { get; } = layout;

        public ChannelSlots Slots { get; } = new();

        public Dictionary<MapChannel, (int Slot, int Written)> Occupied { get; } = [];

        public int FirstWritten { get; set; } = int.MaxValue;

        public int LastRead { get; set; } = -1;

        public int Buffer { get; set; }
    }
}
