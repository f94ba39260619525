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

/// <summary>
/// Groups launches into runs that can be carried through tile by tile: behind its first step a run has operators
/// that need no pixel but their own, or, where that is allowed, a few rows; and nothing outside the run reads what lies between its steps.
/// </summary>
public static class DepthFirstPass
{
    /// <param name="throughWindows">
    /// Whether depthwise convolutions and poolings may stand within a run, which need some rows above and below: what is
    /// before one is then read by nobody behind it.
    /// </param>
    /// <param name="mostWeights">
    /// Weights of one run, which are read again for every few tiles: more than the caches hold would cost more than is saved.
    /// A single step may have more.
    /// </param>
    /// <returns>The steps in order, grouped; a group of one is a step on its own.</returns>
    public static ImmutableArray<ImmutableArray<PlanStep>> Runs(
        Graph graph, ImmutableArray<PlanStep> steps, bool throughWindows = false, long mostWeights = long.MaxValue)
    {
        ImmutableArray<ImmutableArray<MapChannel>> views = ChannelViews.Of(graph);
        ImmutableArray<HashSet<int>> read = [.. steps.Select(step => MapsBehind(step.Inputs, views))];
        HashSet<int> result = MapsBehind([graph.Output.Index], views);
        var runs = ImmutableArray.CreateBuilder<ImmutableArray<PlanStep>>();
        for (int first = 0; first < steps.Length;)
        {
            int end = first + 1;
            int window = first;
            long weights = Weights(graph, steps[first]);
            for (int longer = first + 2; longer <= steps.Length; longer++)
            {
                (PlanStep step, PlanStep before) = (steps[longer - 1], steps[longer - 2]);
                weights += Weights(graph, step);
                if (weights > mostWeights)
                    break;
                if (throughWindows && IsWindowOver(graph, step, before))
                    window = longer - 1;
                else if (!NeedsOnlyItsPixel(graph, step, before) || read[longer - 1].Overlaps(steps[first..window].Select(earlier => earlier.Output)))
                    break;
                HashSet<int> inner = [.. steps[first..(longer - 1)].Select(earlier => earlier.Output)];
                if (!inner.Overlaps(result) && read[longer..].All(maps => !inner.Overlaps(maps)))
                    end = longer;
            }

            runs.Add(steps[first..end]);
            first = end;
        }

        return runs.ToImmutable();
    }

    /// <returns>The run as one launch.</returns>
    public static PlanStep Merge(ImmutableArray<PlanStep> run)
    {
        if (run.Length == 1)
            return run[0];
        var inside = run.Select(step => step.Output).ToHashSet();
        return new PlanStep(
            $"{run.Length} operators: {run[0].Name} ... {run[^1].Name}",
            [.. run.SelectMany(step => step.Nodes)],
            [.. run.SelectMany(step => step.Inputs).Where(input => !inside.Contains(input)).Distinct()]);
    }

    /// <summary>Whether the step moves a window over what the step before it computes, and reads nothing else.</summary>
    public static bool IsWindowOver(Graph graph, PlanStep step, PlanStep before) =>
        step.Inputs is [var only] && only == before.Output
        && graph.Nodes[step.Nodes[0]].Layer is Convolution { Kind: ConvolutionKind.Depthwise } or MaxPooling or AveragePooling;

    /// <summary>Whether the step can be computed where the one before it has just computed a pixel.</summary>
    private static bool NeedsOnlyItsPixel(Graph graph, PlanStep step, PlanStep before) =>
        graph.Nodes[step.Output].Output.Pixels == graph.Nodes[before.Output].Output.Pixels
        && step.Inputs.All(input => !ChannelViews.IsView(graph.Nodes[input]))
        && step.Nodes.All(node => graph.Nodes[node].Layer
            is Convolution { KernelSize: 1, Window.IsCentered: true } or Activation or Sum or BatchNormalization);

    private static long Weights(Graph graph, PlanStep step) =>
        step.Nodes.Sum(node => graph.Nodes[node].Layer is WeightedLayer weighted ? weighted.WeightCount : 0);

    private static HashSet<int> MapsBehind(IEnumerable<int> nodes, ImmutableArray<ImmutableArray<MapChannel>> views) =>
        [.. nodes.SelectMany(node => views[node]).Select(channel => channel.Node)];
}
