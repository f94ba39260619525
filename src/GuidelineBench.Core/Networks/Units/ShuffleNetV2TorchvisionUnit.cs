namespace GuidelineBench.Core.Networks.Units;

/// <summary>
/// ShuffleNet v2's unit in torchvision's layout, with its module names: a basic unit splits into first and second half, and
/// every unit ends with a shuffle of its two branches, which are of equal width.
/// </summary>
internal static class ShuffleNetV2TorchvisionUnit
{
    /// <summary>Stride 1; as many channels out as in.</summary>
    public static int Basic(GraphBuilder graph, int input, string name)
    {
        int half = graph.ShapeOf(input).Channels / 2;
        int pass = graph.Slice(input, 0, half), work = graph.Slice(input, half, half);
        return graph.Shuffle(graph.Concatenation(pass, Main(graph, work, half, 1, name)), groups: 2);
    }

    /// <summary>Both branches read the whole input.</summary>
    /// <param name="channels">Channels of the result.</param>
    public static int Down(GraphBuilder graph, int input, int channels, int stride, string name)
    {
        int projection = graph.DepthwiseConvolution(input, $"{name}.branch1.0", stride: stride);
        projection = graph.ReLU(graph.Convolution(projection, channels / 2, $"{name}.branch1.2"));
        return graph.Shuffle(graph.Concatenation(projection, Main(graph, input, channels / 2, stride, name)), groups: 2);
    }

    private static int Main(GraphBuilder graph, int input, int channels, int stride, string name)
    {
        int x = graph.ReLU(graph.Convolution(input, channels, $"{name}.branch2.0"));
        x = graph.DepthwiseConvolution(x, $"{name}.branch2.3", stride: stride);
        return graph.ReLU(graph.Convolution(x, channels, $"{name}.branch2.5"));
    }
}
