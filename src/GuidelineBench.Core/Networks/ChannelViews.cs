using System.Collections.Immutable;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks;

/// <summary>
/// Which channels of which maps a node stands for. A concatenation, a channel split or a channel shuffle computes
/// nothing: it names channels of maps that are in memory already.
/// </summary>
public static class ChannelViews
{
    /// <summary>Whether the node only names channels of other nodes.</summary>
    public static bool IsView(Node node) => node.Layer is Concatenation or ChannelSelection;

    /// <returns>By node index, its channels in order; a node that is computed stands for itself.</returns>
    public static ImmutableArray<ImmutableArray<MapChannel>> Of(Graph graph)
    {
        var views = new List<ImmutableArray<MapChannel>>(graph.Nodes.Length);
        foreach (Node node in graph.Nodes)
        {
            views.Add(node.Layer switch
            {
                Concatenation => [.. node.Inputs.SelectMany(input => views[input])],
                ChannelSelection selection => [.. selection.Channels.Select(channel => views[node.Inputs[0]][channel])],
                _ => [.. Enumerable.Range(0, node.Output.Channels).Select(channel => new MapChannel(node.Index, channel))],
            });
        }

        return [.. views];
    }
}

/// <summary>One channel of the output of a node that is computed.</summary>
public readonly record struct MapChannel(int Node, int Channel);
