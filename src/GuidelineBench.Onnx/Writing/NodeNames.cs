using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Onnx.Writing;

/// <summary>Names of nodes in a file, all different.</summary>
internal static class NodeNames
{
    /// <summary>As a module of the published implementation, or the kind of its layer with its place in the graph.</summary>
    public static string Of(Node node) => node.Name ?? string.Create(CultureInfo.InvariantCulture, $"{Kind(node.Layer)}_{node.Index}");

    private static string Kind(Layer layer) => layer switch
    {
        Convolution => "conv",
        FullyConnected => "fc",
        MaxPooling => "maxpool",
        AveragePooling => "avgpool",
        GlobalAveragePooling => "global_avgpool",
        BatchNormalization => "bn",
        ChannelSelection => "channels",
        LocalResponseNormalization => "lrn",
        Concatenation => "concat",
        ChannelScaling => "scale",
        _ => layer.Signature,
    };
}
