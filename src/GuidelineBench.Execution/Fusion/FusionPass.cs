using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Execution.Fusion;

/// <summary>
/// Turns a graph into launches. Fused, a layer takes the element-wise operators behind it along: a convolution, a channel
/// scaling or a batch norm a sum and then an activation, a fully connected layer an activation. Concatenations and
/// channel selections are no launches: who reads one reads the maps that it is made of.
/// </summary>
public static class FusionPass
{
    /// <returns>
    /// Steps in an order in which they can be executed. <see cref="PlanStep.Inputs"/> is positional: for a fused layer
    /// its own inputs, then the other operands of its sum in the sum's order; else the node's inputs in its order.
    /// A map that is read twice stands there twice.
    /// </returns>
    public static ImmutableArray<PlanStep> Steps(Graph graph, bool fuseElementwise)
    {
        ILookup<int, Node> readers = graph.Nodes
            .SelectMany(node => node.Inputs, (node, input) => (input, node))
            .ToLookup(read => read.input, read => read.node);
        var steps = ImmutableArray.CreateBuilder<PlanStep>();
        var inMemory = new HashSet<int> { graph.Input.Index };
        var computed = new HashSet<int> { graph.Input.Index };

        foreach (Node node in graph.Nodes.Where(node => !computed.Contains(node.Index)))
        {
            if (ChannelViews.IsView(node))
            {
                inMemory.Add(node.Index);
                continue;
            }

            ImmutableArray<Node> nodes = fuseElementwise ? WithEpilogue(node, readers, inMemory) : [node];
            PlanStep step = Step(nodes);
            steps.Add(step);
            inMemory.Add(step.Output);
            computed.UnionWith(step.Nodes);
        }

        return steps.ToImmutable();
    }

    private static ImmutableArray<Node> WithEpilogue(Node head, ILookup<int, Node> readers, HashSet<int> inMemory)
    {
        ImmutableArray<Node> nodes = [head];
        if (head.Layer is not (Convolution or FullyConnected or ChannelScaling or BatchNormalization))
            return nodes;
        // Of the branches that meet in a sum, only the last one finds all the others in memory.
        if (head.Layer is not FullyConnected && OnlyReader(head) is { Layer: Sum } sum
            && sum.Inputs.All(input => input == head.Index || inMemory.Contains(input)))
            nodes = nodes.Add(sum);
        if (OnlyReader(nodes[^1]) is { Layer: Activation } activation)
            nodes = nodes.Add(activation);
        return nodes;

        // A value that is read elsewhere too, or twice, has to be in memory.
        Node? OnlyReader(Node node) => readers[node.Index].Count() == 1 ? readers[node.Index].First() : null;
    }

    private static PlanStep Step(ImmutableArray<Node> nodes) => new(
        string.Join(" + ", nodes.Select(node => Name(node.Layer))),
        [.. nodes.Select(node => node.Index)],
        [.. nodes.SelectMany(node => node.Inputs).Where(input => nodes.All(inside => inside.Index != input))]);

    private static string Name(Layer layer) => layer switch
    {
        Convolution { Groups: 1 } c => FormattableString.Invariant($"conv{c.Window.Signature} {c.InputChannels}->{c.OutputChannels}"),
        _ => layer.Signature,
    };
}
