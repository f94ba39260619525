namespace GuidelineBench.Core.Networks.Blocks;

/// <summary>The stem of SENet-154 and of the large ShuffleNets v2: three 3x3 convolutions, 64, 64 and 128 channels, then max pooling.</summary>
internal static class DeepStem
{
    /// <param name="name">Prefix of the convolutions' names.</param>
    public static int Add(GraphBuilder graph, string name)
    {
        int x = graph.ReLU(graph.Convolution(graph.Input, 64, $"{name}.0", kernelSize: 3, stride: 2));
        x = graph.ReLU(graph.Convolution(x, 64, $"{name}.3", kernelSize: 3));
        x = graph.ReLU(graph.Convolution(x, 128, $"{name}.6", kernelSize: 3));
        return graph.MaxPooling(x, kernelSize: 3, stride: 2, padding: 1);
    }
}
