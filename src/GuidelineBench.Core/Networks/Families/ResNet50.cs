using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>ResNet-50 (He et al. 2016) as published, with the stride in a unit's first convolution, and as torchvision has it, with the stride in the 3x3; module names are torchvision's.</summary>
internal static class ResNet50
{
    private static readonly ImmutableArray<int> Repeats = [3, 4, 6, 3], Widths = [64, 128, 256, 512];

    public static ImmutableArray<NetworkEntry> Entries { get; } =
    [
        Entry("resnet50", strideIn3x3: true),
        Entry("resnet50_2015", strideIn3x3: false),
    ];

    private static NetworkEntry Entry(string name, bool strideIn3x3) => new(
        name, "ResNet-50", ImageNet.Image(), NetworkStatus.Published, null, input => Build(name, input, strideIn3x3));

    private static Graph Build(string name, MapShape input, bool strideIn3x3)
    {
        var graph = new GraphBuilder(input);
        int x = graph.ReLU(graph.Convolution(graph.Input, 64, "conv1", kernelSize: 7, stride: 2));
        x = graph.MaxPooling(x, kernelSize: 3, stride: 2, padding: 1);
        for (int stage = 0; stage < Widths.Length; stage++)
            for (int unit = 0; unit < Repeats[stage]; unit++)
            {
                int stride = stage > 0 && unit == 0 ? 2 : 1;
                string module = string.Create(CultureInfo.InvariantCulture, $"layer{stage + 1}.{unit}");
                x = Bottleneck(graph, x, Widths[stage], strideIn3x3 ? 1 : stride, strideIn3x3 ? stride : 1, module);
            }

        ClassificationHead.Add(graph, x, "fc");
        return graph.Build(name);
    }

    private static int Bottleneck(GraphBuilder graph, int input, int width, int firstStride, int middleStride, string name)
    {
        int channels = 4 * width;
        int x = graph.ReLU(graph.Convolution(input, width, $"{name}.conv1", stride: firstStride));
        x = graph.ReLU(graph.Convolution(x, width, $"{name}.conv2", kernelSize: 3, stride: middleStride));
        x = graph.Convolution(x, channels, $"{name}.conv3");
        int shortcut = graph.ShapeOf(input) == graph.ShapeOf(x)
            ? input
            : graph.Convolution(input, channels, $"{name}.downsample.0", stride: firstStride * middleStride);
        return graph.ReLU(graph.Sum(x, shortcut));
    }
}
