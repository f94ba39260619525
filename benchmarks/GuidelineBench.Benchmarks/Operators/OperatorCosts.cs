using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Operators;

/// <summary>What one operator of a plan computes and moves, from the graph alone.</summary>
/// <param name="Class">Of its strongest layer.</param>
/// <param name="MultiplyAdds">Convolutions and fully connected layers, one image.</param>
/// <param name="Bytes">Maps that it reads and writes for the whole batch, and its parameters.</param>
internal sealed record OperatorCosts(OperatorClass Class, long MultiplyAdds, long Bytes)
{
    public static OperatorCosts Of(IPlan plan, PlanStep step)
    {
        Graph graph = plan.Graph;
        long maps = step.Inputs.Append(step.Output).Sum(node => graph.Nodes[node].Output.Elements);
        long parameters = step.Nodes.Select(node => graph.Nodes[node].Layer).OfType<WeightedLayer>()
            .Sum(layer => layer.WeightCount + layer.OutputChannels);
        return new OperatorCosts(
            OperatorClasses.Of(step.Nodes.Select(node => graph.Nodes[node].Layer)),
            step.Nodes.Sum(node => LayerCosts.Of(graph, graph.Nodes[node])?.MultiplyAdds ?? 0),
            GraphCosts.BytesPerElement * (plan.Options.Batch * maps + parameters));
    }
}
