using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks.Fusion;

/// <summary>
/// Moves activations ahead of the concatenations and channel selections that they follow, so that the operators which
/// produce the parts can take them along, as in ShuffleNet v1's units of stride 2: relu(concat(a, b)) is
/// concat(relu(a), relu(b)), and so it is with every function of single elements and every rearrangement of channels.
/// </summary>
public static class EarlyActivations
{
    /// <summary>
    /// A ReLU or a ReLU6 is moved where each part is read by nobody else and made by an operator that can end in it, or has
    /// been through the same function already, which then changes nothing. A part that others read has to stay as it is.
    /// </summary>
    /// <returns>
    /// A graph of the same values with the same indices: <see cref="Node.Activation"/> of the parts is set, and what was the
    /// activation only names their channels. The graph itself where nothing can be moved.
    /// </returns>
    public static Graph Of(Graph graph)
    {
        int[] reads = new int[graph.Nodes.Length];
        foreach (int input in graph.Nodes.SelectMany(node => node.Inputs))
            reads[input]++;
        Node[] nodes = [.. graph.Nodes];
        var ends = new Activation?[nodes.Length];
        foreach (Node node in graph.Nodes)
        {
            ends[node.Index] = EndOf(node, ends);
            if (node.Layer is not (ReLU or ReLU6) || !ChannelViews.IsView(nodes[node.Inputs[0]]))
                continue;
            if (Parts(node, nodes, reads, ends) is not { } parts)
                continue;
            foreach (int part in parts)
                nodes[part] = nodes[part] with { Activation = (Activation)node.Layer };
            nodes[node.Index] = node with { Layer = ChannelSelection.Slice(node.Output.Channels, 0, node.Output.Channels) };
        }

        return nodes.SequenceEqual(graph.Nodes) ? graph : new Graph(graph.Name, [.. nodes]);
    }

    /// <summary>The activation that all values of a node have been through last; null where there is none or several.</summary>
    private static Activation? EndOf(Node node, Activation?[] ends) =>
        node.Layer as Activation
        ?? (ChannelViews.IsView(node) && node.Inputs.All(input => Equals(ends[input], ends[node.Inputs[0]])) ? ends[node.Inputs[0]] : null);

    /// <returns>The nodes that an activation has to be moved to, none where all have it already; null where it has to stay.</returns>
    private static List<int>? Parts(Node activation, Node[] nodes, int[] reads, Activation?[] ends)
    {
        var parts = new List<int>();
        var open = new Stack<int>(activation.Inputs);
        while (open.TryPop(out int index))
        {
            if (activation.Layer.Equals(ends[index]))
                continue;
            bool isView = ChannelViews.IsView(nodes[index]);
            if (reads[index] != 1 || !(isView || FusedOperators.TakesActivation(nodes[index].Layer)) || nodes[index].Activation is not null)
                return null;
            if (!isView)
                parts.Add(index);
            foreach (int input in isView ? nodes[index].Inputs : [])
                open.Push(input);
        }

        return parts;
    }
}
