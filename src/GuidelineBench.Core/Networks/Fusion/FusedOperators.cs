using System.Collections.Immutable;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks.Fusion;

/// <summary>
/// The operators that a graph comes to. Fused, a layer takes the element-wise operators behind it along: a convolution, a
/// channel scaling or a batch norm a sum and then an activation, a fully connected layer, a pooling or a sum on its own an
/// activation. Concatenations and channel selections are no operators: who reads one reads the maps that it is made of.
/// </summary>
public static class FusedOperators
{
    /// <returns>In an order in which they can be executed.</returns>
    public static ImmutableArray<FusedOperator> Of(Graph graph, bool fuseElementwise)
    {
        ILookup<int, Node> readers = graph.Nodes
            .SelectMany(node => node.Inputs, (node, input) => (input, node))
            .ToLookup(read => read.input, read => read.node);
        var operators = ImmutableArray.CreateBuilder<FusedOperator>();
        var inMemory = new HashSet<int> { graph.Input.Index };
        var computed = new HashSet<int> { graph.Input.Index };

        foreach (Node node in graph.Nodes.Where(node => !computed.Contains(node.Index)))
        {
            if (ChannelViews.IsView(node))
            {
                inMemory.Add(node.Index);
                continue;
            }

            FusedOperator next = Operator(fuseElementwise ? WithEpilogue(node, readers, inMemory) : [node]);
            operators.Add(next);
            inMemory.Add(next.Output);
            computed.UnionWith(next.Nodes);
        }

        return operators.ToImmutable();
    }

    /// <summary>Whether the operator of a layer can end in an activation.</summary>
    public static bool TakesActivation(Layer layer) => TakesSum(layer) || layer is FullyConnected or MaxPooling or AveragePooling or Sum;

    private static bool TakesSum(Layer layer) => layer is Convolution or ChannelScaling or BatchNormalization;

    private static ImmutableArray<Node> WithEpilogue(Node head, ILookup<int, Node> readers, HashSet<int> inMemory)
    {
        ImmutableArray<Node> nodes = [head];
        if (!TakesActivation(head.Layer))
            return nodes;
        // Of the branches that meet in a sum, only the last one finds all the others in memory.
        if (TakesSum(head.Layer) && OnlyReader(head) is { Layer: Sum } sum
            && sum.Inputs.All(input => input == head.Index || inMemory.Contains(input)))
            nodes = nodes.Add(sum);
        if (OnlyReader(nodes[^1]) is { Layer: Activation } activation)
            nodes = nodes.Add(activation);
        return nodes;

        // A value that is read elsewhere too, or twice, has to be in memory.
        Node? OnlyReader(Node node) => readers[node.Index].Count() == 1 ? readers[node.Index].First() : null;
    }

    private static FusedOperator Operator(ImmutableArray<Node> nodes) => new(
        [.. nodes.Select(node => node.Index)],
        [.. nodes.SelectMany(node => node.Inputs).Where(input => nodes.All(inside => inside.Index != input))]);
}

/// <summary>A layer with the element-wise layers that are computed along with it: what a plan starts as one operator.</summary>
/// <param name="Nodes">Indices of the graph's nodes, in order; the last one's output is written to memory.</param>
/// <param name="Inputs">
/// Nodes outside <paramref name="Nodes"/> whose outputs it reads: its layer's own inputs, then the other operands of its sum
/// in the sum's order. A map that is read twice stands there twice.
/// </param>
public sealed record FusedOperator(ImmutableArray<int> Nodes, ImmutableArray<int> Inputs)
{
    public int Output => Nodes[^1];
}
