using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Execution.Placement;

/// <summary>
/// Where every map of a network lies. Maps that some operator reads as one, as parts of a concatenation, share a buffer,
/// channel by channel: the second half of a ShuffleNet v2 unit's output takes the places of the channels that its work
/// branch has read, so that split, concatenation and shuffle move nothing. Buffers that are not needed at the same time
/// share memory.
/// </summary>
public sealed class ChannelPlacement
{
    private readonly ImmutableArray<ImmutableArray<MapChannel>> views;
    private readonly Dictionary<int, Home> homes;
    private readonly Dictionary<int, int> replaced;
    private readonly Dictionary<int, ImmutableArray<int>> slots = [];

    private ChannelPlacement(Graph graph, ImmutableArray<PlanStep> steps, Func<MapShape, long> floatsOfChannel, int? elsewhere,
        Func<PlanStep, int?> addend)
    {
        views = ChannelViews.Of(graph);
        replaced = Replaced(graph, steps, addend);
        homes = Homes(graph, steps, floatsOfChannel);
        PlaceChannels(graph, steps);
        if (elsewhere is { } node)
            homes[node].IsElsewhere = true;
        BufferFloats = PlaceBuffers(graph.Nodes.Length);
    }

    /// <summary>Floats of one image in each buffer.</summary>
    public ImmutableArray<long> BufferFloats { get; }

    /// <param name="steps">In order of execution.</param>
    /// <param name="floatsOfChannel">Floats that one channel of maps of one size takes.</param>
    /// <param name="elsewhere">A node whose map needs no place, because it lies elsewhere and no view names it.</param>
    /// <param name="addend">
    /// What a step adds value by value just before it writes the same place; where nobody reads it later, the step's output
    /// replaces it: a sum then writes lines that it has just read.
    /// </param>
    public static ChannelPlacement Create(
        Graph graph, ImmutableArray<PlanStep> steps, Func<MapShape, long> floatsOfChannel, int? elsewhere = null,
        Func<PlanStep, int?>? addend = null) =>
        new(graph, steps, floatsOfChannel, elsewhere, addend ?? (_ => null));

    /// <summary>Place of a node's output, a view included.</summary>
    public ChannelPlace this[int node]
    {
        get
        {
            ImmutableArray<MapChannel> channels = views[node];
            Home home = homes[channels[0].Node];
            return new ChannelPlace(home.Buffer, home.Slots.Count, [.. channels.Select(channel => slots[channel.Node][channel.Channel])]);
        }
    }

    /// <returns>By a step's output, the addend whose place it takes: whole maps that no view names and nobody reads later.</returns>
    private Dictionary<int, int> Replaced(Graph graph, ImmutableArray<PlanStep> steps, Func<PlanStep, int?> addend)
    {
        HashSet<int> parts = [.. graph.Nodes.Where(ChannelViews.IsView).SelectMany(view => views[view.Index]).Select(channel => channel.Node)];
        var lastReader = new Dictionary<int, int>();
        for (int step = 0; step < steps.Length; step++)
            foreach (int input in steps[step].Inputs)
                lastReader[input] = step;
        var found = new Dictionary<int, int>();
        for (int step = 0; step < steps.Length; step++)
        {
            int output = steps[step].Output;
            if (addend(steps[step]) is { } node
                && node != graph.Input.Index && node != graph.Output.Index
                && !parts.Contains(node) && !parts.Contains(output) && !ChannelViews.IsView(graph.Nodes[node])
                && lastReader[node] == step && steps[step].Inputs.Count(input => input == node) == 1)
                found[output] = node;
        }

        return found;
    }

    /// <summary>Nodes whose channels some operator reads as one map share a home.</summary>
    private Dictionary<int, Home> Homes(Graph graph, ImmutableArray<PlanStep> steps, Func<MapShape, long> floatsOfChannel)
    {
        Dictionary<int, int> parents = steps.Select(step => step.Output).Append(graph.Input.Index).ToDictionary(node => node);
        foreach (int read in steps.SelectMany(step => step.Inputs).Append(graph.Output.Index))
            foreach (MapChannel channel in views[read])
                parents[Root(channel.Node)] = Root(views[read][0].Node);
        foreach ((int output, int addend) in replaced)
            parents[Root(output)] = Root(addend);
        var byRoot = new Dictionary<int, Home>();
        return parents.Keys.ToDictionary(node => node, node =>
        {
            int root = Root(node);
            if (!byRoot.TryGetValue(root, out Home? home))
                byRoot[root] = home = new Home(floatsOfChannel(graph.Nodes[root].Output));
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

            if (replaced.TryGetValue(node, out int addend))
            {
                slots[node] = slots[addend];
                foreach (MapChannel channel in views[addend])
                    home.Occupied.Remove(channel);
            }
            else
            {
                slots[node] = home.Slots.Take(graph.Nodes[node].Output.Channels);
            }

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
            long needed = home.IsElsewhere ? 0 : home.ChannelFloats * home.Slots.Count;
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
    private sealed class Home(long channelFloats)
    {
        public long ChannelFloats { get; } = channelFloats;

        public ChannelSlots Slots { get; } = new();

        public Dictionary<MapChannel, (int Slot, int Written)> Occupied { get; } = [];

        public bool IsElsewhere { get; set; }

        public int FirstWritten { get; set; } = int.MaxValue;

        public int LastRead { get; set; } = -1;

        public int Buffer { get; set; }
    }
}
