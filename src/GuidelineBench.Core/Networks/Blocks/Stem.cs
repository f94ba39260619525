using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks.Blocks;

/// <summary>What the ShuffleNets and the networks built in their shell begin with: 3x3 with stride 2, ReLU, max pooling with stride 2.</summary>
internal static class Stem
{
    /// <param name="name">Name of the convolution.</param>
    public static int Add(GraphBuilder graph, int channels, string name)
    {
        int x = graph.ReLU(graph.Convolution(graph.Input, channels, name, kernelSize: 3, stride: 2));
        return graph.MaxPooling(x, kernelSize: 3, stride: 2, padding: 1);
    }
}

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

/// <summary>What networks end with: the mean over the map, whatever its size, then one fully connected layer.</summary>
internal static class ClassificationHead
{
    /// <param name="name">Name of the fully connected layer.</param>
    public static int Add(GraphBuilder graph, int input, string name, BiasSource bias = BiasSource.Bias) =>
        graph.FullyConnected(graph.GlobalAveragePooling(input), ImageNet.Classes, bias, name);
}

/// <summary>What the networks of the catalogue are made for: colour images of 1000 classes.</summary>
internal static class ImageNet
{
    public const int Classes = 1000;

    /// <summary>A square image.</summary>
    public static MapShape Image(int size = 224) => new(3, size, size);
}
