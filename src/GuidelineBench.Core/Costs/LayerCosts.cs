using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Core.Costs;

/// <summary>What one convolution or fully connected layer costs for one image; the latter is a 1x1 convolution of one pixel.</summary>
/// <param name="MultiplyAdds">The paper's FLOPs.</param>
/// <param name="MemoryAccess">Elements read and written (Eq. 2).</param>
/// <param name="MemoryAccessBound">Bound at these multiply-adds (Eq. 1), elements.</param>
/// <param name="GroupedMemoryAccessBound">The same at the layer's own number of groups, elements.</param>
/// <param name="WeightCount">Weights without biases.</param>
public sealed record LayerCosts(
    long MultiplyAdds, long MemoryAccess, double MemoryAccessBound, double GroupedMemoryAccessBound, long WeightCount)
{
    /// <returns>Null for a layer that the paper does not count.</returns>
    public static LayerCosts? Of(Graph graph, Node node) => node.Layer switch
    {
        Convolution convolution => Of(convolution, graph.Nodes[node.Inputs[0]].Output),
        FullyConnected layer => Of(new Convolution(layer.Inputs, layer.OutputChannels), new MapShape(layer.Inputs, 1, 1)),
        _ => null,
    };

    private static LayerCosts Of(Convolution convolution, MapShape input) => new(
        ConvolutionCosts.MultiplyAdds(convolution, input),
        ConvolutionCosts.MemoryAccess(convolution, input),
        ConvolutionCosts.MemoryAccessBound(convolution, input),
        ConvolutionCosts.GroupedMemoryAccessBound(convolution, input),
        convolution.WeightCount);
}
