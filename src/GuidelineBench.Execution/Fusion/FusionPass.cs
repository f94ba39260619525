using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Fusion;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Execution.Fusion;

/// <summary>Turns a graph into launches, one for each of its <see cref="FusedOperators"/>.</summary>
public static class FusionPass
{
    /// <returns>
    /// Steps in an order in which they can be executed. <see cref="PlanStep.Inputs"/> is positional: for a fused layer
    /// its own inputs, then the other operands of its sum in the sum's order; else the node's inputs in its order.
    /// A map that is read twice stands there twice.
    /// </returns>
    public static ImmutableArray<PlanStep> Steps(Graph graph, bool fuseElementwise) =>
    [
        .. FusedOperators.Of(graph, fuseElementwise).Select(launch => new PlanStep(
            string.Join(" + ", launch.Nodes.Select(node => Name(graph.Nodes[node].Layer))), launch.Nodes, launch.Inputs)),
    ];

    private static string Name(Layer layer) => layer switch
    {
        Convolution { Groups: 1 } c => FormattableString.Invariant($"conv{c.Window.Signature} {c.InputChannels}->{c.OutputChannels}"),
        _ => layer.Signature,
    };
}
