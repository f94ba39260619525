using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>IGCV3-D (Sun et al. 2018): MobileNet v2's skeleton, twice as deep, its pointwise convolutions in two groups.</summary>
internal static class IgcV3
{
    private const int Groups = 2;

    private static readonly ImmutableArray<(int Expansion, int Channels, int Repeats, int Stride)> Stages =
    [
        (1, 16, 1, 1), (6, 24, 4, 2), (6, 32, 6, 2), (6, 64, 8, 2), (6, 96, 6, 1), (6, 160, 6, 2), (6, 320, 1, 1),
    ];

    public static ImmutableArray<NetworkEntry> Entries { get; } =
    [
        Entry(
            "igcv3_d_0.7", 0.7, UpToMultipleOf8, NetworkStatus.Derived,
            "Widths are rounded up to multiples of 8, which gives the printed multiply-adds; the authors' own rule gives a sixth less."),
        Entry(
            "igcv3_d_0.7_even", 0.7, Even, NetworkStatus.Ambiguous,
            "Widths by the authors' rule, which gives a sixth less than the printed multiply-adds."),
        Entry("igcv3_d_1.0", 1.0, Even, NetworkStatus.Published, null),
        Entry("igcv3_d_1.4", 1.4, Even, NetworkStatus.Published, null),
    ];

    private static NetworkEntry Entry(string name, double width, Func<double, int> rounding, NetworkStatus status, string? note) =>
        new(name, "IGCV3", ImageNet.Image(), status, note, input => Build(name, input, width, rounding));

    private static Graph Build(string name, MapShape input, double width, Func<double, int> rounding)
    {
        var graph = new GraphBuilder(input);
        int x = graph.ReLU6(graph.Convolution(graph.Input, rounding(32 * width), "features.0.0", kernelSize: 3, stride: 2));
        int unit = 1;
        foreach ((int expansion, int channels, int repeats, int stride) in Stages)
            for (int repeat = 0; repeat < repeats; repeat++, unit++)
            {
                string module = string.Create(CultureInfo.InvariantCulture, $"features.{unit}");
                int y = Unit(graph, x, rounding(channels * width), expansion, repeat == 0 ? stride : 1, module);
                x = repeat == 0 ? y : graph.Sum(y, x);
            }

        x = graph.ReLU6(graph.Convolution(x, rounding(1280 * Math.Max(1, width)), $"features.{unit}.0"));
        ClassificationHead.Add(graph, x, "classifier");
        return graph.Build(name);
    }

    private static int Unit(GraphBuilder graph, int input, int channels, int expansion, int stride, string name)
    {
        int x = graph.Convolution(input, graph.ShapeOf(input).Channels * expansion, $"{name}.expand", groups: Groups);
        x = graph.ReLU6(graph.DepthwiseConvolution(graph.Shuffle(x, Groups), $"{name}.depthwise", stride: stride));
        return graph.Convolution(x, channels, $"{name}.project", groups: Groups);
    }

    private static int Even(double channels)
    {
        int rounded = (int)Math.Floor(channels + 0.5);
        return rounded + rounded % 2;
    }

    private static int UpToMultipleOf8(double channels) => 8 * (int)Math.Ceiling(channels / 8);
}
