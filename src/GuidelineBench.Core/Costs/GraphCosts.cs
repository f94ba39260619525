using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Core.Costs;

/// <summary>The costs of a whole network for one image: sums over its convolutions and fully connected layers, as in the paper.</summary>
/// <param name="MultiplyAdds">The paper's FLOPs.</param>
/// <param name="MemoryAccess">Elements that these layers read and write (Eq. 2).</param>
/// <param name="MemoryAccessBound">Sum of the layers' bounds at their multiply-adds (Eq. 1), elements.</param>
/// <param name="GroupedMemoryAccessBound">The same at each layer's own number of groups, elements.</param>
/// <param name="WeightCount">Weights without biases.</param>
/// <param name="Parameters">Trainable parameters: weights, biases, and scale and shift of each batch norm.</param>
/// <param name="ElementwiseElements">Elements read and written by element-wise operators when each is run on its own.</param>
public sealed record GraphCosts(
    long MultiplyAdds,
    long MemoryAccess,
    double MemoryAccessBound,
    double GroupedMemoryAccessBound,
    long WeightCount,
    long Parameters,
    long ElementwiseElements)
{
    /// <summary>Size of a float32 element.</summary>
    public const int BytesPerElement = sizeof(float);

    /// <summary>Bytes that these layers read and write, 4 x <see cref="MemoryAccess"/>.</summary>
    public long Bytes => BytesPerElement * MemoryAccess;

    /// <summary>Multiply-adds per byte of <see cref="Bytes"/>.</summary>
    public double ArithmeticIntensity => (double)MultiplyAdds / Bytes;

    public static GraphCosts Of(Graph graph)
    {
        ImmutableArray<LayerCosts> layers = [.. graph.Nodes.Select(node => LayerCosts.Of(graph, node)).OfType<LayerCosts>()];
        long elementwise = graph.Nodes
            .Where(node => node.Layer is Activation or Sum or ChannelScaling or BatchNormalization)
            .Sum(node => node.Inputs.Sum(input => graph.Nodes[input].Output.Elements) + node.Output.Elements);
        return new GraphCosts(
            layers.Sum(layer => layer.MultiplyAdds),
            layers.Sum(layer => layer.MemoryAccess),
            layers.Sum(layer => layer.MemoryAccessBound),
            layers.Sum(layer => layer.GroupedMemoryAccessBound),
            layers.Sum(layer => layer.WeightCount),
            graph.WeightedLayers.Sum(weighted => weighted.Layer.ParameterCount),
            elementwise);
    }
}
