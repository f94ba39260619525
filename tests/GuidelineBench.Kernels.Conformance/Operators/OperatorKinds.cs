using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Conformance.Operators;

/// <summary>What a case tests, in words: two cases of the same words differ in shapes alone.</summary>
internal static class OperatorKinds
{
    /// <summary>The operators of a case, what each of them is followed by, and how they are run.</summary>
    public static IEnumerable<string> Of(OperatorCase operatorCase) =>
    [
        .. operatorCase.Graph.Nodes.Skip(1).Select(node => Name(node.Layer)),
        .. OfAnyWindow(operatorCase),
    ];

    /// <summary>The same for kernels that take the size of a window and its stride as numbers.</summary>
    public static IEnumerable<string> OfAnyWindow(OperatorCase operatorCase) =>
    [
        .. operatorCase.Graph.Nodes.Skip(1).Select(node => Family(node.Layer)),
        .. Pairs(operatorCase.Graph),
        operatorCase.Fuse ? "fused" : "unfused",
        operatorCase.Batch > 1 ? "a batch" : "one image",
        operatorCase.Threads > 1 ? "some threads" : "one thread",
    ];

    private static IEnumerable<string> Pairs(Graph graph) =>
        from reader in graph.Nodes.Skip(1)
        where reader.Layer is Sum or Activation or Concatenation or ChannelSelection
        from input in reader.Inputs
        select $"{Family(graph.Nodes[input].Layer)}, then {Family(reader.Layer)}";

    /// <summary>With the size and the stride of its window.</summary>
    private static string Name(Layer layer) => layer switch
    {
        Convolution convolution => Windowed(layer, convolution.Window),
        MaxPooling pooling => Windowed(layer, pooling.Window),
        AveragePooling pooling => Windowed(layer, pooling.Window),
        _ => Family(layer),
    };

    private static string Windowed(Layer layer, Window window) =>
        FormattableString.Invariant($"{Family(layer)} {window.KernelSize}x{window.KernelSize}/{window.Stride}");

    private static string Family(Layer layer) => layer switch
    {
        Convolution convolution => $"{convolution.Kind} convolution",
        AveragePooling pooling => pooling.CountsPadding ? "average pooling over padding" : "average pooling",
        _ => layer.GetType().Name,
    };
}
