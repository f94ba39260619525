using System.Collections.Immutable;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks;

/// <summary>
/// How many channels pass directly from each unit of a network to each later one, as in the paper's Fig. 4 (b): a unit
/// ends with a concatenation, and between two units channels are at most selected, never computed with. What lies before
/// the first unit counts as part of it.
/// </summary>
/// <param name="Units">The maps that units end with, in order.</param>
/// <param name="Channels">
/// By producing unit i and reading unit j: distinct channels computed in unit i that a layer of unit j reads. The last
/// reader, after all units, is what follows the last of them. Zero where j is not later than i.
/// </param>
public sealed record FeatureReuse(ImmutableArray<MapShape> Units, ImmutableArray<ImmutableArray<int>> Channels)
{
    /// <returns>Null for a network without units that end with a concatenation.</returns>
    public static FeatureReuse? Of(Graph graph)
    {
        Node[] ends = [.. graph.Nodes.Where(node => node.Layer is Concatenation)];
        if (ends.Length == 0)
            return null;
        ImmutableArray<ImmutableArray<MapChannel>> origins = ChannelViews.Of(graph);
        var passed = new HashSet<MapChannel>[ends.Length, ends.Length + 1];
        foreach (Node node in graph.Nodes)
        {
            if (ChannelViews.IsView(node))
                continue;
            int reader = UnitOf(node.Index, ends);
            foreach (int input in node.Inputs)
                foreach (MapChannel origin in origins[input])
                    if (UnitOf(origin.Node, ends) is var producer && producer < reader)
                        (passed[producer, reader] ??= []).Add(origin);
        }

        return new FeatureReuse(
            [.. ends.Select(end => end.Output)],
            [
                .. Enumerable.Range(0, ends.Length).Select(producer =>
                    Enumerable.Range(0, ends.Length + 1).Select(reader => passed[producer, reader]?.Count ?? 0).ToImmutableArray()),
            ]);
    }

    private static int UnitOf(int node, Node[] ends) => ends.Count(end => end.Index < node);
}
