using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Core.Costs;

/// <summary>The costs of a whole network for one image: sums over its convolutions, as in the paper.</summary>
/// <param name="MultiplyAdds">The paper's FLOPs.</param>
/// <param name="MemoryAccess">Elements read and written by the convolutions (Eq. 2).</param>
/// <param name="MemoryAccessBound">Sum of the convolutions' bounds at their multiply-adds (Eq. 1), elements.</param>
/// <param name="GroupedMemoryAccessBound">The same at each convolution's own number of groups, elements.</param>
/// <param name="WeightCount">Weights without biases.</param>
/// <param name="ElementwiseElements">Elements read and written by element-wise operators when each is run on its own.</param>
public sealed record GraphCosts(
    long MultiplyAdds,
    long MemoryAccess,
    double MemoryAccessBound,
    double GroupedMemoryAccessBound,
    long WeightCount,
    long ElementwiseElements)
{
    /// <summary>Size of a float32 element.</summary>
    public const int BytesPerElement = sizeof(float);

    /// <summary>Bytes that the convolutions read and write, 4 x <see cref="MemoryAccess"/>.</summary>
    public long Bytes => BytesPerElement * MemoryAccess;

    /// <summary>Multiply-adds per byte of <see cref="Bytes"/>.</summary>
    public double ArithmeticIntensity => (double)MultiplyAdds / Bytes;

    public static GraphCosts Of(Graph graph)
    {
        long multiplyAdds = 0, memoryAccess = 0, weights = 0;
        double bound = 0, groupedBound = 0;
        foreach ((_, Convolution convolution, MapShape input) in graph.Convolutions)
        {
            multiplyAdds += ConvolutionCosts.MultiplyAdds(convolution, input);
            memoryAccess += ConvolutionCosts.MemoryAccess(convolution, input);
            bound += ConvolutionCosts.MemoryAccessBound(convolution, input);
            groupedBound += ConvolutionCosts.GroupedMemoryAccessBound(convolution, input);
            weights += convolution.WeightCount;
        }

        long elementwise = graph.Nodes
            .Where(node => node.Layer is ReLU or Sum)
            .Sum(node => (node.Inputs.Length + 1) * node.Output.Elements);
        return new GraphCosts(multiplyAdds, memoryAccess, bound, groupedBound, weights, elementwise);
    }
}
