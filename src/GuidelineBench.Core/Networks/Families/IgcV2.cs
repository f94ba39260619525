using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>IGCV2 (Xie et al. 2018): MobileNet v1's layers, each pointwise convolution replaced by two grouped ones with a shuffle between them.</summary>
internal static class IgcV2
{
    private const int Groups = 4;

    private const string Note =
        "Its widths are not known: MobileNet v1's were widened until the multiply-adds are the printed ones, with two convolutions of four groups each.";

    public static ImmutableArray<NetworkEntry> Entries { get; } = [Entry("0.25", 1.41), Entry("0.5", 1.36), Entry("1.0", 1.34)];

    private static NetworkEntry Entry(string multiplier, double widening)
    {
        string name = $"igcv2_{multiplier}";
        double width = double.Parse(multiplier, CultureInfo.InvariantCulture);
        return new NetworkEntry(
            name, "IGCV2", ImageNet.Image(), NetworkStatus.Derived, Note, input => Build(name, input, width, widening));
    }

    private static Graph Build(string name, MapShape input, double width, double widening)
    {
        var graph = new GraphBuilder(input);
        int x = graph.ReLU(graph.Convolution(graph.Input, Widened(32), "features.0.0", kernelSize: 3, stride: 2));
        for (int layer = 0; layer < MobileNetV1.Layers.Length; layer++)
        {
            (int plain, int stride) = MobileNetV1.Layers[layer];
            bool isLast = layer == MobileNetV1.Layers.Length - 1;
            int channels = isLast ? (int)(plain * width) : Widened(plain);
            string module = string.Create(CultureInfo.InvariantCulture, $"features.{layer + 1}");
            x = graph.ReLU(graph.DepthwiseConvolution(x, $"{module}.depthwise", stride: stride));
            x = graph.Shuffle(graph.Convolution(x, channels, $"{module}.group1", groups: Groups), Groups);
            x = graph.ReLU(graph.Convolution(x, channels, $"{module}.group2", groups: Groups));
        }

        ClassificationHead.Add(graph, x, "classifier");
        return graph.Build(name);

        int Widened(int channels) => 8 * (int)Math.Round(channels * width * widening / 8);
    }
}
