using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Execution.Placement;

/// <summary>
/// Where every map of a network lies. Maps that some operator reads as one, as parts of a concatenation, share a buffer,
/// channel by channel: the second half of a ShuffleNet v2 unit's output takes the places of the channels that its work
/// branch has read, so that split, concatenation and shuffle move nothing. A concatenation of maps that are made for it lies
/// in its own order, whichever of them is made first. Buffers that are not needed at the same time share memory.
/// </summary>
public sealed class ChannelPlacement
{
    private readonly ImmutableArray<ImmutableArray<MapChannel>> views;
    private readonly Dictionary<int, Home> homes;
    private readonly Dictionary<int, int> replaced;
    private readonly ILookup<int, ImmutableArray<int>> joins;
    private readonly Dictionary<int, ImmutableArray<int>> slots = [];

    private ChannelPlacement(Graph graph, ImmutableArray<PlanStep> steps, Func<MapShape, long> floatsOfChannel, int? elsewhere,
        Func<PlanStep, int?> addend)
    {
        views = ChannelViews.Of(graph);
        joins = Joins(graph, steps);
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

    /// <returns>By map, the concatenations of whole maps that it is a part of and some operator reads, shortest first: the maps in their order.</returns>
    private ILookup<int, ImmutableArray<int>> Joins(Graph graph, ImmutableArray<PlanStep> steps) => steps
        .SelectMany(step => step.Inputs)
        .Append(graph.Output.Index)
        .Distinct()
        .Where(node => ChannelViews.IsView(graph.Nodes[node]))
        .Select(view => JoinedBy(graph, view))
        .Where(parts => parts.Length > 1)
        .OrderBy(parts => parts.Length)
        .SelectMany(parts => parts, (parts, part) => (part, parts))
        .ToLookup(join => join.part, join => join.parts);

    /// <returns>The maps that a node stands for where it is made of whole maps, each once, one behind the other; else none.</returns>
    private ImmutableArray<int> JoinedBy(Graph graph, int node)
    {
        ImmutableArray<int> parts = [.. views[node].Select(channel => channel.Node).Distinct()];
        return views[node].SequenceEqual(parts.SelectMany(part => views[part])) ? parts : [];
    }

    /// <returns>By a step's output, the addend whose place it takes: whole maps that nobody reads later.</returns>
    private Dictionary<int, int> Replaced(Graph graph, ImmutableArray<PlanStep> steps, Func<PlanStep, int?> addend)
    {
        HashSet<int> parts = [.. graph.Nodes.Where(ChannelViews.IsView).SelectMany(view => views[view.Index]).Select(channel => channel.Node)];
        Dictionary<MapChannel, int> lastRead = LastRead(graph, steps);
        var found = new Dictionary<int, int>();
        for (int step = 0; step < steps.Length; step++)
        {
            int output = steps[step].Output;
            if (addend(steps[step]) is { } node
                && (ChannelViews.IsView(graph.Nodes[node]) ? !JoinedBy(graph, node).IsEmpty : !parts.Contains(node)) && !parts.Contains(output)
                && views[node].All(channel => lastRead[channel] == step)
                && steps[step].Inputs.Count(input => MapsBehind(input).Overlaps(MapsBehind(node))) == 1)
                found[output] = node;
        }

        return found;

        HashSet<int> MapsBehind(int node) => [.. views[node].Select(channel => channel.Node)];
    }

    /// <returns>By channel that is read, the last step to do so; those of the input and the output stay, so that a run can be repeated.</returns>
    private Dictionary<MapChannel, int> LastRead(Graph graph, ImmutableArray<PlanStep> steps)
    {
        var lastRead = new Dictionary<MapChannel, int>();
        for (int step = 0; step < steps.Length; step++)
            foreach (int input in steps[step].Inputs)
                foreach (MapChannel channel in views[input])
                    lastRead[channel] = step;
        foreach (MapChannel channel in views[graph.Input.Index].Concat(views[graph.Output.Index]))
            lastRead[channel] = steps.Length;
        return lastRead;
    }

    /// <summary>Nodes whose channels some operator reads as one map share a home.</summary>
    private Dictionary<int, Home> Homes(Graph graph, ImmutableArray<PlanStep> steps, Func<MapShape, long> floatsOfChannel)
    {
        Dictionary<int, int> parents = steps.Select(step => step.Output).Append(graph.Input.Index).ToDictionary(node => node);
        foreach (int read in steps.SelectMany(step => step.Inputs).Append(graph.Output.Index))
            foreach (MapChannel channel in views[read])
                parents[Root(channel.Node)] = Root(views[read][0].Node);
        foreach ((int output, int addend) in replaced)
            parents[Root(output)] = Root(views[addend][0].Node);
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
        Dictionary<MapChannel, int> lastRead = LastRead(graph, steps);

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
                slots[node] = [.. views[addend].Select(channel => slots[channel.Node][channel.Channel])];
                foreach (MapChannel channel in views[addend])
                    home.Occupied.Remove(channel);
            }
            else if (!slots.ContainsKey(node))
            {
                // With the rest of a concatenation that nothing is there of yet, so that it can be read and added to as one map.
                ImmutableArray<int> together = joins[node].FirstOrDefault(parts => !parts.Any(slots.ContainsKey), [node]);
                ImmutableArray<int> taken = home.Slots.Take(together.Sum(part => graph.Nodes[part].Output.Channels));
                int first = 0;
                foreach (int part in together)
                {
                    slots[part] = taken.Slice(first, graph.Nodes[part].Output.Channels);
                    first += graph.Nodes[part].Output.Channels;
                }
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
