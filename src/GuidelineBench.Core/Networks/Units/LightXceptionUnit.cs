using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks.Units;

/// <summary>The unit of light Xception: a bottleneck of three separable convolutions, each depthwise 3x3 then pointwise, with a shortcut.</summary>
internal static class LightXceptionUnit
{
    /// <summary>Stride 1; as many channels out as in.</summary>
    public static int Basic(GraphBuilder graph, int input, string name) =>
        graph.ReLU(graph.Sum(Main(graph, input, graph.ShapeOf(input).Channels, 1, name), input));

    /// <summary>Stride 2, in the first depthwise convolution; the shortcut is a separable convolution.</summary>
    /// <param name="channels">Channels of the result.</param>
    public static int Down(GraphBuilder graph, int input, int channels, string name)
    {
        int main = Main(graph, input, channels, 2, name);
        return graph.ReLU(graph.Sum(main, Separable(graph, input, channels, 2, $"{name}.shortcut")));
    }

    private static int Main(GraphBuilder graph, int input, int channels, int stride, string name)
    {
        int x = graph.ReLU(Separable(graph, input, channels / 4, stride, $"{name}.conv1"));
        x = graph.ReLU(Separable(graph, x, channels / 4, 1, $"{name}.conv2"));
        return Separable(graph, x, channels, 1, $"{name}.conv3");
    }

    private static int Separable(GraphBuilder graph, int input, int channels, int stride, string name)
    {
        int x = graph.DepthwiseConvolution(input, $"{name}.depthwise", stride: stride, bias: BiasSource.None);
        return graph.Convolution(x, channels, $"{name}.pointwise");
    }
}
