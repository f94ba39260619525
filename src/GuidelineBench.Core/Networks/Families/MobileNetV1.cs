using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>MobileNet v1 (Howard et al. 2017, Table 1): depthwise separable convolutions, one behind the other.</summary>
internal static class MobileNetV1
{
    /// <summary>Output channels and stride of each separable convolution at width 1.</summary>
    public static ImmutableArray<(int Channels, int Stride)> Layers { get; } =
    [
        (64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), (512, 1), (512, 1), (512, 1), (512, 1), (512, 1), (1024, 2), (1024, 1),
    ];

    public static ImmutableArray<NetworkEntry> Entries { get; } = [Entry("0.25"), Entry("0.5"), Entry("0.75"), Entry("1.0")];

    private static NetworkEntry Entry(string multiplier)
    {
        string name = $"mobilenet_v1_{multiplier}";
        double width = double.Parse(multiplier, CultureInfo.InvariantCulture);
        return new NetworkEntry(
            name, "MobileNet v1", ImageNet.Image(), NetworkStatus.Published, null, input => Build(name, input, width));
    }

    private static Graph Build(string name, MapShape input, double width)
    {
        var graph = new GraphBuilder(input);
        int x = graph.ReLU(graph.Convolution(graph.Input, (int)(32 * width), "features.0.0", kernelSize: 3, stride: 2));
        for (int layer = 0; layer < Layers.Length; layer++)
        {
            x = graph.ReLU(graph.DepthwiseConvolution(x, $"features.{layer + 1}.0", stride: Layers[layer].Stride));
            x = graph.ReLU(graph.Convolution(x, (int)(Layers[layer].Channels * width), $"features.{layer + 1}.3"));
        }

        ClassificationHead.Add(graph, x, "classifier");
        return graph.Build(name);
    }
}
