using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;
using GuidelineBench.Core.Networks.Units;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>ShuffleNet v1 (Zhang et al. 2018, Table 1; widths of the stem as in the authors' implementation).</summary>
internal static class ShuffleNetV1
{
    private const string Family = "ShuffleNet v1";
    private const int GroupsOf50 = 3;

    private static readonly ImmutableArray<int> Repeats = [4, 8, 4];

    public static ImmutableArray<NetworkEntry> Entries { get; } =
    [
        Entry("1.0", 1, first: 24, [144, 288, 576]),
        Entry("1.0", 2, first: 24, [200, 400, 800]),
        Entry("0.5", 3, first: 12, [120, 240, 480]),
        Entry("1.0", 3, first: 24, [240, 480, 960]),
        Entry("1.5", 3, first: 24, [360, 720, 1440]),
        Entry("2.0", 3, first: 48, [480, 960, 1920]),
        Entry("1.0", 4, first: 24, [272, 544, 1088]),
        Entry("0.5", 8, first: 16, [192, 384, 768]),
        Entry("1.0", 8, first: 24, [384, 768, 1536]),
        Entry("1.5", 8, first: 24, [576, 1152, 2304]),
        Entry("2.0", 8, first: 48, [768, 1536, 3072]),
        new NetworkEntry(
            "shufflenet_v1_50", Family, ImageNet.Image(), NetworkStatus.Ambiguous,
            "The bottleneck has half of the unit's channels, which gives the printed multiply-adds; the ratio of 1:4 that the paper states gives half of them. The first unit has no shortcut.",
            input => Build50("shufflenet_v1_50", input, ratio: 2, projected: false)),
        new NetworkEntry(
            "shufflenet_v1_50_quarter", Family, ImageNet.Image(), NetworkStatus.Ambiguous,
            "The bottleneck has a quarter of the unit's channels, as the paper states, which gives half of the printed multiply-adds. The first unit has a projection shortcut.",
            input => Build50("shufflenet_v1_50_quarter", input, ratio: 4, projected: true)),
    ];

    private static NetworkEntry Entry(string multiplier, int groups, int first, ImmutableArray<int> stages)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"shufflenet_v1_{multiplier}x_g{groups}");
        return new NetworkEntry(
            name, Family, ImageNet.Image(), NetworkStatus.Published, null, input => Build(name, input, groups, first, stages));
    }

    private static Graph Build(string name, MapShape input, int groups, int first, ImmutableArray<int> stages)
    {
        var graph = new GraphBuilder(input);
        int x = Stem.Add(graph, first, "first_conv.0");
        int unit = 0;
        for (int stage = 0; stage < stages.Length; stage++)
        {
            x = ShuffleNetV1Unit.Down(graph, x, stages[stage], groups, stage == 0 ? 1 : groups, $"features.{unit++}");
            for (int basic = 1; basic < Repeats[stage]; basic++)
                x = ShuffleNetV1Unit.Basic(graph, x, groups, $"features.{unit++}");
        }

        ClassificationHead.Add(graph, x, "classifier.0", BiasSource.None);
        return graph.Build(name);
    }

    private static Graph Build50(string name, MapShape input, int ratio, bool projected)
    {
        const int First = 360;
        ImmutableArray<int> widths = [First, 720, 1440, 2880], repeats = [3, 4, 6, 3];
        var graph = new GraphBuilder(input);
        int x = Stem.Add(graph, 64, "first_conv.0");
        int unit = 0;
        for (int stage = 0; stage < widths.Length; stage++)
        {
            x = stage == 0
                ? FirstOf50(graph, x, First, ratio, projected, $"features.{unit++}")
                : ShuffleNetV1Unit.Down(graph, x, widths[stage], GroupsOf50, GroupsOf50, $"features.{unit++}", ratio);
            for (int basic = 1; basic < repeats[stage]; basic++)
                x = ShuffleNetV1Unit.Basic(graph, x, GroupsOf50, $"features.{unit++}", ratio);
        }

        ClassificationHead.Add(graph, x, "classifier.0");
        return graph.Build(name);
    }

    // Stride 1 and 64 to 360 channels: 296 channels beside the pooled input, as in other first units, could not be made in 3 groups.
    private static int FirstOf50(GraphBuilder graph, int input, int channels, int ratio, bool projected, string name)
    {
        int x = ShuffleNetV1Unit.Main(graph, input, channels / ratio, channels, 1, GroupsOf50, 1, name);
        return graph.ReLU(projected ? graph.Sum(x, graph.Convolution(input, channels, $"{name}.branch_proj.0")) : x);
    }
}
