using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Onnx.Writing;

/// <summary>
/// Writes selections of channels as deployed networks have them: parts of one map as one Split, every second channel and the
/// channels between as a shuffle and a Split, a shuffle as a Transpose; by what they select, whatever they are called.
/// </summary>
internal sealed class SelectionWriter(Graph graph, NodeSink sink)
{
    /// <summary>Values of selections that were written together with an earlier one, by node index.</summary>
    private readonly Dictionary<int, string> written = [];

    public string Add(Node node, string name, string input)
    {
        if (written.Remove(node.Index, out string? value))
            return value;
        Node[] together = [.. graph.Nodes.Where(other => other.Layer is ChannelSelection && other.Inputs[0] == node.Inputs[0])];
        MapShape map = graph.Nodes[node.Inputs[0]].Output;
        if (together.Length > 1 && IsPartition(together, map.Channels))
            return AddSplit(node, name, input, together);
        if (together.Length > 1 && Interleaving(together, map.Channels) is { } step)
            return AddSplit(node, name, AddShuffle(name + "_interleave", input, map, map.Channels / step), together);
        return AddAlone(node, name, input, map);
    }

    /// <summary>Whether the selections, in their order, are all channels of the map one after the other.</summary>
    private static bool IsPartition(Node[] selections, int channels) =>
        selections.SelectMany(part => Channels(part)).SequenceEqual(Enumerable.Range(0, channels));

    /// <returns>n, where the selections are every n-th channel from 0, 1, ... on; else null.</returns>
    private static int? Interleaving(Node[] selections, int channels)
    {
        int step = selections.Length;
        return channels % step == 0 &&
            selections.SelectMany(part => Channels(part)).SequenceEqual(ChannelSelection.Shuffle(channels, channels / step).Channels) ? step : null;
    }

    private string AddSplit(Node node, string name, string input, Node[] parts)
    {
        string sizes = sink.AddIntegers(name + "_split", [.. parts.Select(part => (long)part.Output.Channels)]);
        ImmutableArray<string> values = sink.Add("Split", name, [input, sizes], [.. parts.Select(part => part.Output)], Attributes.Int("axis", 1));
        foreach ((Node part, string value) in parts.Zip(values))
            if (part != node)
                written.Add(part.Index, value);
        return values[Array.IndexOf(parts, node)];
    }

    private string AddAlone(Node node, string name, string input, MapShape map)
    {
        ImmutableArray<int> channels = Channels(node);
        if (Step(channels) is { } step)
        {
            return sink.Add(
                "Slice", name,
                [
                    input, sink.AddIntegers(name + "_starts", [channels[0]]), sink.AddIntegers(name + "_ends", [channels[^1] + 1]),
                    sink.AddIntegers(name + "_axes", [1]), sink.AddIntegers(name + "_steps", [step]),
                ],
                node.Output);
        }

        if (Groups(channels, map.Channels) is { } groups)
            return AddShuffle(name, input, map, groups);
        return sink.Add("Gather", name, [input, sink.AddIntegers(name + "_indices", [.. channels.Select(channel => (long)channel)])], node.Output, Attributes.Int("axis", 1));
    }

    /// <summary>View as groups x n, transpose.</summary>
    private string AddShuffle(string name, string input, MapShape map, int groups)
    {
        (int n, int rows, int columns) = (map.Channels / groups, map.Height, map.Width);
        string view = sink.Add(
            "Reshape", name + "_view", [input, sink.AddIntegers(name + "_view_shape", [0, groups, n, rows, columns])], (ReadOnlySpan<int>)[groups, n, rows, columns]);
        string transposed = sink.Add(
            "Transpose", name + "_transpose", [view], (ReadOnlySpan<int>)[n, groups, rows, columns], Attributes.Ints("perm", 0, 2, 1, 3, 4));
        return sink.Add("Reshape", name, [transposed, sink.AddIntegers(name + "_shape", [0, map.Channels, rows, columns])], map);
    }

    private static ImmutableArray<int> Channels(Node node) => ((ChannelSelection)node.Layer).Channels;

    /// <returns>The distance of neighbours, where it is one for all and positive.</returns>
    private static int? Step(ImmutableArray<int> channels)
    {
        int step = channels.Length == 1 ? 1 : channels[1] - channels[0];
        return step > 0 && channels.Select((channel, index) => channel - index * step).All(first => first == channels[0]) ? step : null;
    }

    /// <returns>In how many groups the channels are shuffled; null where they are not.</returns>
    private static int? Groups(ImmutableArray<int> channels, int all) =>
        channels.Length != all || channels[0] != 0 || channels.Length < 2 || channels[1] == 0 || all % channels[1] != 0 ? null
        : all / channels[1] is var groups && channels.SequenceEqual(ChannelSelection.Shuffle(all, groups).Channels) ? groups : null;
}
