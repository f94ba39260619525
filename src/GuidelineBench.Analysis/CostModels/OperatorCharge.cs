using System.Collections.Immutable;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Fusion;

namespace GuidelineBench.Analysis.CostModels;

/// <summary>What one operator of a network is charged for, from the graph alone.</summary>
/// <param name="Name">The layers that it computes, e.g. <c>conv1x1 58->58 g=1 + relu</c>.</param>
/// <param name="Nodes">Indices of the graph's nodes; the first is the layer that the others are fused into.</param>
/// <param name="Work">Multiply-adds of the paper, of all images.</param>
/// <param name="Amounts">By <see cref="CostTerms.All"/>.</param>
public sealed record OperatorCharge(string Name, ImmutableArray<int> Nodes, double Work, ImmutableArray<double> Amounts)
{
    public static OperatorCharge Of(Graph graph, FusedOperator fused, int batch)
    {
        Node head = graph.Nodes[fused.Nodes[0]];
        double work = (double)batch * fused.Nodes.Sum(node => LayerCosts.Of(graph, graph.Nodes[node])?.MultiplyAdds ?? 0);
        // The head's own inputs come first, behind them what the sum in its epilogue reads.
        double addends = MapBytes(fused.Inputs.Skip(head.Inputs.Length));
        double parameters = fused.Nodes.Select(node => graph.Nodes[node].Layer).OfType<WeightedLayer>()
            .Sum(layer => (double)layer.WeightCount + layer.OutputChannels);
        double own = MapBytes(fused.Inputs.Take(head.Inputs.Length).Append(fused.Output)) + GraphCosts.BytesPerElement * parameters;
        return new OperatorCharge(
            string.Join(" + ", fused.Nodes.SelectMany(node => graph.Nodes[node].Layers).Select(layer => layer.Signature)),
            fused.Nodes,
            work,
            AmountsOf(TrafficOf(graph, head), IsProduct(head.Layer) ? work : 0, own, addends));

        double MapBytes(IEnumerable<int> nodes) => GraphCosts.BytesPerElement * (double)batch * nodes.Sum(node => graph.Nodes[node].Output.Elements);
    }

    /// <summary>Whether a layer is a product of matrices, whose first cost is arithmetic.</summary>
    public static bool IsProduct(Layer layer) => layer is Convolution { Kind: not ConvolutionKind.Depthwise };

    /// <param name="traffic">The term that <paramref name="own"/> is charged to.</param>
    /// <param name="multiplyAdds">Of a matrix product, else 0.</param>
    /// <param name="own">Bytes of the layer's maps and parameters.</param>
    /// <param name="addends">Bytes that a sum in its epilogue reads.</param>
    public static ImmutableArray<double> AmountsOf(CostTerm traffic, double multiplyAdds, double own, double addends) =>
    [
        .. CostTerms.All.Select(term => term switch
        {
            CostTerm.MultiplyAdds => multiplyAdds,
            CostTerm.Operators => 1,
            _ => (term == traffic ? own : 0) + (term == CostTerm.ElementwiseBytes ? addends : 0),
        }),
    ];

    // An element-wise operator over a concatenation or a selection finds its channels apart and walks over them one by one,
    // as a depthwise convolution does.
    private static CostTerm TrafficOf(Graph graph, Node head) =>
        IsProduct(head.Layer) ? CostTerm.ProductBytes
        : OperatorClasses.Of(head.Layer) == OperatorClass.Elementwise && !head.Inputs.Any(input => ChannelViews.IsView(graph.Nodes[input]))
            ? CostTerm.ElementwiseBytes
            : CostTerm.StreamedBytes;
}

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
