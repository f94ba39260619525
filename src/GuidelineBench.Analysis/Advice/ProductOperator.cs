using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Analysis.Advice;

/// <summary>An operator of a network that is a matrix product.</summary>
/// <param name="Index">In the network's operators, from 0.</param>
/// <param name="Node">The convolution's.</param>
internal sealed record ProductOperator(
    int Index, OperatorCharge Charge, Node Node, Convolution Convolution, double InputPixels, double OutputPixels)
{
    public static ProductOperator Of(Graph graph, int index, OperatorCharge charge)
    {
        Node node = graph.Nodes[charge.Nodes[0]];
        return new ProductOperator(
            index, charge, node, (Convolution)node.Layer, graph.Nodes[node.Inputs[0]].Output.Pixels, node.Output.Pixels);
    }
}
