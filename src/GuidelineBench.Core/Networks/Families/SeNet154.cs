using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>SENet-154 (Hu et al. 2018, appendix), the SENet of Table 6.</summary>
internal static class SeNet154
{
    private const string Name = "senet154";
    private const int Groups = 64, Reduction = 16;

    private static readonly ImmutableArray<int> Repeats = [3, 8, 36, 3], Widths = [256, 512, 1024, 2048];

    public static ImmutableArray<NetworkEntry> Entries { get; } =
        [new(Name, "SENet", ImageNet.Image(), NetworkStatus.Published, null, Build)];

    private static Graph Build(MapShape input)
    {
        var graph = new GraphBuilder(input);
        int x = DeepStem.Add(graph, "layer0");
        for (int stage = 0; stage < Widths.Length; stage++)
            for (int unit = 0; unit < Repeats[stage]; unit++)
                x = Bottleneck(
                    graph, x, Widths[stage], stage > 0 && unit == 0 ? 2 : 1,
                    string.Create(CultureInfo.InvariantCulture, $"layer{stage + 1}.{unit}"));
        ClassificationHead.Add(graph, x, "last_linear");
        return graph.Build(Name);
    }

    private static int Bottleneck(GraphBuilder graph, int input, int channels, int stride, string name)
    {
        int x = graph.ReLU(graph.Convolution(input, channels / 2, $"{name}.conv1"));
        x = graph.ReLU(graph.Convolution(x, channels, $"{name}.conv2", kernelSize: 3, stride: stride, groups: Groups));
        x = graph.Convolution(x, channels, $"{name}.conv3");
        x = SqueezeExcitation.Add(graph, x, channels / Reduction, $"{name}.se_module");
        int shortcut = graph.ShapeOf(input) == graph.ShapeOf(x)
            ? input
            : graph.Convolution(input, channels, $"{name}.downsample.0", kernelSize: stride == 1 ? 1 : 3, stride: stride);
        return graph.ReLU(graph.Sum(x, shortcut));
    }
}
