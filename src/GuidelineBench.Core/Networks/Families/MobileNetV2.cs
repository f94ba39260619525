using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;
using GuidelineBench.Core.Networks.Units;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>MobileNet v2 (Sandler et al. 2018, Table 2); module names are torchvision's.</summary>
internal static class MobileNetV2
{
    private const string Family = "MobileNet v2";
    private const int FirstStageChannels = 16;

    private const string MatchedNote =
        "Widths are rounded to whole numbers: of the simple rules the one nearest to all printed multiply-adds; the paper does not give its own.";

    private const string RoundedNote =
        "Widths are multiples of 8, as in the published implementation; the printed multiply-adds are those of some other rule.";

    private static readonly ImmutableArray<(int Expansion, int Channels, int Repeats, int Stride)> Stages =
    [
        (1, FirstStageChannels, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1),
    ];

    public static ImmutableArray<NetworkEntry> Entries { get; } =
    [
        Entry("mobilenet_v2", 1.0, 224, MultipleOf8, NetworkStatus.Published, null),
        Entry("mobilenet_v2_1.0", 1.0, 224, MultipleOf8, NetworkStatus.Published, null),
        Entry("mobilenet_v2_1.4", 1.4, 224, MultipleOf8, NetworkStatus.Published, null),
        .. Thin.SelectMany(thin => new[]
        {
            Entry(thin.Name, thin.Width, thin.Size, WholeNumber, NetworkStatus.Derived, MatchedNote),
            Entry($"{thin.Name}_multiples_of_8", thin.Width, thin.Size, MultipleOf8, NetworkStatus.Ambiguous, RoundedNote),
        }),
    ];

    private static IEnumerable<(string Name, double Width, int Size)> Thin =>
    [
        ("mobilenet_v2_0.15", 0.15, 224), ("mobilenet_v2_0.4_160", 0.4, 160), ("mobilenet_v2_0.6", 0.6, 224), ("mobilenet_v2_0.75_192", 0.75, 192),
    ];

    private static NetworkEntry Entry(
        string name, double width, int size, Func<double, int, int> rounding, NetworkStatus status, string? note) =>
        new(name, Family, ImageNet.Image(size), status, note, input => Build(name, input, width, channels => rounding(width, channels)));

    private static Graph Build(string name, MapShape input, double width, Func<int, int> widened)
    {
        var graph = new GraphBuilder(input);
        int x = graph.ReLU6(graph.Convolution(graph.Input, widened(32), "features.0.0", kernelSize: 3, stride: 2));
        int unit = 1;
        foreach ((int expansion, int channels, int repeats, int stride) in Stages)
            for (int repeat = 0; repeat < repeats; repeat++)
                x = InvertedResidual.Add(
                    graph, x, widened(channels), expansion, repeat == 0 ? stride : 1, string.Create(CultureInfo.InvariantCulture, $"features.{unit++}"));
        x = graph.ReLU6(graph.Convolution(x, MultipleOf8(Math.Max(1, width), 1280), $"features.{unit}.0"));
        ClassificationHead.Add(graph, x, "classifier.1");
        return graph.Build(name);
    }

    // The nearest multiple of 8 that is no more than a tenth too small.
    private static int MultipleOf8(double width, int channels)
    {
        double exact = channels * width;
        int rounded = Math.Max(8, (int)(exact + 4) / 8 * 8);
        return rounded < 0.9 * exact ? rounded + 8 : rounded;
    }

    private static int WholeNumber(double width, int channels)
    {
        int rounded = (int)Math.Floor(channels * width + 0.5);
        return channels == FirstStageChannels ? Math.Max(FirstStageChannels, rounded) : rounded;
    }
}
