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

/// <summary>What one convolution costs for one image by the formulas of the paper's Section 2.</summary>
public static class ConvolutionCosts
{
    /// <summary>B = h w c1 c2 k^2 / g, the paper's FLOPs; h and w are the output's.</summary>
    public static long MultiplyAdds(Convolution convolution, MapShape input) =>
        convolution.Window.OutputShape(input).Pixels * convolution.WeightCount;

    /// <summary>
    /// Memory access cost in elements, h w (c1 + c2) + c1 c2 k^2 / g (Eq. 2; with g = 1 the text before Eq. 1). With a
    /// stride each map counts with its own h w.
    /// </summary>
    public static long MemoryAccess(Convolution convolution, MapShape input) =>
        (long)input.Pixels * convolution.InputChannels
        + (long)convolution.Window.OutputShape(input).Pixels * convolution.OutputChannels
        + convolution.WeightCount;

    /// <summary>
    /// The least memory access that a convolution of the same multiply-adds can have, in elements:
    /// 2 sqrt(h w B) + B / (h w) (Eq. 1), met when c1 = c2 and g = 1. For k x k the same steps
    /// (the mean of c1 and c2 against sqrt(c1 c2)) give 2 sqrt(h w B) / k + B / (h w). With a stride the first h w is
    /// the input's and the second the output's.
    /// </summary>
    public static double MemoryAccessBound(Convolution convolution, MapShape input) =>
        Bound(convolution, input, groups: 1);

    /// <summary>
    /// The same bound at the convolution's own number of groups, from Eq. 2: 2 sqrt(h w B g) / k + B / (h w),
    /// met when c1 = c2. Its growth with g is what G2 is about.
    /// </summary>
    public static double GroupedMemoryAccessBound(Convolution convolution, MapShape input) =>
        Bound(convolution, input, convolution.Groups);

    private static double Bound(Convolution convolution, MapShape input, int groups)
    {
        double b = MultiplyAdds(convolution, input);
        return 2 * Math.Sqrt(input.Pixels * b * groups) / convolution.KernelSize + b / convolution.Window.OutputShape(input).Pixels;
    }
}
