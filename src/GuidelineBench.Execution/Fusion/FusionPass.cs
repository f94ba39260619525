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
    /// The graph as a plan computes it: fused, with <see cref="EarlyActivations"/>; else as it is. Indices stay.
    /// </returns>
    public static Graph Prepared(Graph graph, bool fuseElementwise) => fuseElementwise ? EarlyActivations.Of(graph) : graph;

    /// <param name="graph">As <see cref="Prepared"/>; without that, activations behind concatenations are steps of their own.</param>
    /// <returns>
    /// Steps in an order in which they can be executed. <see cref="PlanStep.Inputs"/> is positional: for a fused layer
    /// its own inputs, then the other operands of its sum in the sum's order; else the node's inputs in its order.
    /// A map that is read twice stands there twice.
    /// </returns>
    public static ImmutableArray<PlanStep> Steps(Graph graph, bool fuseElementwise) =>
    [
        .. FusedOperators.Of(graph, fuseElementwise).Select(launch => new PlanStep(
            string.Join(" + ", launch.Nodes.SelectMany(node => graph.Nodes[node].Layers).Select(Name)), launch.Nodes, launch.Inputs)),
    ];

    private static string Name(Layer layer) => layer switch
    {
        Convolution { Groups: 1 } c => FormattableString.Invariant($"conv{c.Window.Signature} {c.InputChannels}->{c.OutputChannels}"),
        _ => layer.Signature,
    };
}
