using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Onnx.Writing;

/// <summary>Names of a graph's nodes in a file, all different: those of modules of the published implementation, or the kind of a layer with its place.</summary>
internal sealed class NodeNames
{
    private readonly string[] names;

    public NodeNames(Graph graph)
    {
        HashSet<string> taken = [];
        names = [.. graph.Nodes.Select(node => node.Name is { } name && taken.Add(name)
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"{node.Name ?? Kind(node.Layer)}_{node.Index}"))];
    }

    public string this[Node node] => names[node.Index];

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
