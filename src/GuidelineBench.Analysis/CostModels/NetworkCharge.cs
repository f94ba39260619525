using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Fusion;

namespace GuidelineBench.Analysis.CostModels;

/// <summary>What one forward pass of a network is charged for.</summary>
/// <param name="Graph">The network.</param>
/// <param name="Batch">Images in a pass.</param>
/// <param name="Operators">In order of execution.</param>
/// <param name="Work">Multiply-adds of the paper, of all images.</param>
/// <param name="Amounts">By <see cref="CostTerms.All"/>.</param>
public sealed record NetworkCharge(
    Graph Graph, int Batch, ImmutableArray<OperatorCharge> Operators, double Work, ImmutableArray<double> Amounts)
{
    /// <param name="fused">Whether element-wise operators run in the layer before them, as the backends do where they are not told otherwise.</param>
    public static NetworkCharge Of(Graph graph, int batch = 1, bool fused = true)
    {
        Graph computed = fused ? EarlyActivations.Of(graph) : graph;
        ImmutableArray<OperatorCharge> operators = [.. FusedOperators.Of(computed, fused).Select(part => OperatorCharge.Of(computed, part, batch))];
        return new NetworkCharge(
            graph,
            batch,
            operators,
            operators.Sum(part => part.Work),
            [.. CostTerms.All.Select((term, index) => term == CostTerm.Pass ? 1 : operators.Sum(part => part.Amounts[index]))]);
    }
}
