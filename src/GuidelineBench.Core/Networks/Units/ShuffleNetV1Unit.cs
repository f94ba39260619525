namespace GuidelineBench.Core.Networks.Units;

/// <summary>
/// ShuffleNet v1's unit (Zhang et al. 2018, Fig. 2; Ma et al. 2018, Fig. 3a and b), the shuffle where the figures draw it,
/// behind the first grouped convolution. Module names are those of the authors' implementation.
/// </summary>
internal static class ShuffleNetV1Unit
{
    /// <summary>Stride 1; as many channels out as in.</summary>
    /// <param name="ratio">Channels of the unit divided by those of its bottleneck.</param>
    public static int Basic(GraphBuilder graph, int input, int groups, string name, int ratio = 4)
    {
        int channels = graph.ShapeOf(input).Channels;
        return graph.ReLU(graph.Sum(Main(graph, input, channels / ratio, channels, 1, groups, groups, name), input));
    }

    /// <summary>Stride 2; the input, pooled, is concatenated with the main branch.</summary>
    /// <param name="channels">Channels of the result.</param>
    /// <param name="firstGroups">Groups of the first convolution: 1 behind the stem, whose map has few channels.</param>
    /// <param name="ratio">Channels of the unit divided by those of its bottleneck.</param>
    public static int Down(GraphBuilder graph, int input, int channels, int groups, int firstGroups, string name, int ratio = 4)
    {
        int main = Main(graph, input, channels / ratio, channels - graph.ShapeOf(input).Channels, 2, groups, firstGroups, name);
        int pooled = graph.AveragePooling(input, kernelSize: 3, stride: 2, padding: 1);
        return graph.ReLU(graph.Concatenation(pooled, main));
    }

    /// <summary>The three convolutions, without what joins them with the input.</summary>
    public static int Main(
        GraphBuilder graph, int input, int bottleneck, int outputChannels, int stride, int groups, int firstGroups, string name)
    {
        int x = graph.ReLU(graph.Convolution(input, bottleneck, $"{name}.branch_main_1.0", groups: firstGroups));
        if (groups > 1)
            x = graph.Shuffle(x, groups);
        x = graph.DepthwiseConvolution(x, $"{name}.branch_main_1.3", stride: stride);
        return graph.Convolution(x, outputChannels, $"{name}.branch_main_2.0", groups: groups);
    }
}
