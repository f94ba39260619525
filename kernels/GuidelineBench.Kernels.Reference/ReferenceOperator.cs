using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Reference;


/// <summary>
/// Every layer at one output pixel: what <see cref="ReferenceNetwork"/> does everywhere and <see cref="ReferencePixels"/>
/// at a few places.
/// </summary>
public static class ReferenceOperator
{
    /// <summary>A layer, and the activation that its values go through where the node has one.</summary>
    /// <inheritdoc cref="Column(Layer, IReadOnlyList{Patch}, float[], float[])"/>
    public static double[] Column(Node node, IReadOnlyList<Patch> operands, float[] weights, float[] bias)
    {
        double[] column = Column(node.Layer, operands, weights, bias);
        return node.Activation is { } activation ? ElementwiseActivation.Of(activation, column) : column;
    }

    /// <param name="operands">What lies in the <see cref="ReceptiveField"/> of each of the layer's inputs.</param>
    /// <param name="weights">Laid out as the layer says; not read by a layer without weights.</param>
    /// <param name="bias">[output channel]; not read by a layer without weights.</param>
    /// <returns>All output channels.</returns>
    /// <exception cref="NotSupportedException">The layer computes nothing, as the input, or is unknown here.</exception>
    public static double[] Column(Layer layer, IReadOnlyList<Patch> operands, float[] weights, float[] bias) => layer switch
    {
        Convolution convolution => DirectConvolution.Pixel(convolution, operands[0], weights, bias),
        FullyConnected => MatrixProduct.Of(operands[0].Values, weights, bias),
        BatchNormalization => ScaleAndShift.Of(operands[0].Values, weights, bias),
        Activation activation => ElementwiseActivation.Of(activation, operands[0].Values),
        MaxPooling => WindowMaximum.Pixel(operands[0]),
        AveragePooling pooling => WindowMean.Pixel(operands[0], pooling.CountsPadding),
        GlobalAveragePooling => WindowMean.Pixel(operands[0], countsPadding: false),
        Sum => ElementwiseSum.Of([.. operands.Select(operand => operand.Values)]),
        Concatenation => ConcatenatedChannels.Of([.. operands.Select(operand => operand.Values)]),
        ChannelSelection selection => SelectedChannels.Of(selection, operands[0].Values),
        ChannelScaling => ElementwiseProduct.Of(operands[0].Values, operands[1].Values),
        LocalResponseNormalization normalization => NeighbourNormalization.Of(normalization, operands[0].Values),
        _ => throw new NotSupportedException($"There is no reference for {layer.Signature}."),
    };
}
