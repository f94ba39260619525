using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;
using GuidelineBench.Core.Networks.Units;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>
/// ShuffleNet v2 (Ma et al. 2018, Table 5) in its authors' layout, whose multiply-adds are the printed ones, with module names
/// of the authors' implementation.
/// </summary>
internal static class ShuffleNetV2
{
    private const string Family = "ShuffleNet v2";

    private static readonly ShuffleNetV2Form Plain = new();
    private static readonly ShuffleNetV2Form Residual = new() { Residual = true };
    private static readonly ShuffleNetV2Form Squeeze = new() { SqueezeHidden = (_, branch) => branch };
    private static readonly ShuffleNetV2Form ResidualSqueeze = Squeeze with { Residual = true };
    private static readonly ShuffleNetV2Form Star = new() { EnlargedReceptiveField = true };

    public static ImmutableArray<NetworkEntry> Entries { get; } =
    [
        .. ShuffleNetV2Widths.All.Select(widths => Entry(widths, "", Plain, NetworkStatus.Published)),
        .. ShuffleNetV2Widths.All.Select(widths => Entry(
            widths, "_residual", Residual, NetworkStatus.Ambiguous,
            "The shortcut is drawn for basic units; down units, which change the map's size, have none.")),
        Entry(
            ShuffleNetV2Widths.All[^1], "_se", Squeeze, NetworkStatus.Ambiguous,
            "The hidden layer of squeeze-and-excitation is as wide as its branch, as the text says; the printed 597 million multiply-adds need twice that."),
        Entry(
            ShuffleNetV2Widths.All[^1], "_se_residual", ResidualSqueeze, NetworkStatus.Ambiguous,
            "The hidden layer of squeeze-and-excitation is as wide as its branch, and down units have no shortcut."),
        .. ShuffleNetV2Widths.All.Select(widths => Entry(
            widths, "_star", Star, NetworkStatus.Ambiguous,
            "Described in one sentence: the added depthwise convolution has stride 1, and down units keep their stride in the middle one.")),
    ];

    private static NetworkEntry Entry(ShuffleNetV2Widths widths, string suffix, ShuffleNetV2Form form, NetworkStatus status, string? note = null)
    {
        string name = $"shufflenet_v2_{widths.Multiplier}x{suffix}";
        return new NetworkEntry(name, Family, ImageNet.Image(), status, note, input => Build(name, input, widths, form));
    }

    private static Graph Build(string name, MapShape input, ShuffleNetV2Widths widths, ShuffleNetV2Form form)
    {
        var graph = new GraphBuilder(input);
        int x = Stem.Add(graph, ShuffleNetV2Widths.First, "first_conv.0");
        int unit = 0;
        for (int stage = 0; stage < widths.Stages.Length; stage++)
        {
            x = ShuffleNetV2Unit.Down(graph, x, widths.Stages[stage], 2, form, $"features.{unit++}");
            for (int basic = 1; basic < ShuffleNetV2Widths.Repeats[stage]; basic++)
                x = ShuffleNetV2Unit.Basic(graph, x, form, $"features.{unit++}");
        }

        x = graph.ReLU(graph.Convolution(x, widths.Last, "conv_last.0"));
        ClassificationHead.Add(graph, x, "classifier.0", BiasSource.None);
        return graph.Build(name);
    }
}

/// <summary>A column of Table 5.</summary>
/// <param name="Multiplier">As in names, e.g. <c>0.5</c>.</param>
/// <param name="Stages">Units' widths in stages 2, 3 and 4.</param>
/// <param name="Last">Channels of conv5.</param>
internal sealed record ShuffleNetV2Widths(string Multiplier, ImmutableArray<int> Stages, int Last)
{
    /// <summary>Channels of conv1.</summary>
    public const int First = 24;

    /// <summary>Units of stages 2, 3 and 4, the down unit counted.</summary>
    public static ImmutableArray<int> Repeats { get; } = [4, 8, 4];

    public static ImmutableArray<ShuffleNetV2Widths> All { get; } =
    [
        new("0.5", [48, 96, 192], 1024),
        new("1.0", [116, 232, 464], 1024),
        new("1.5", [176, 352, 704], 1024),
        new("2.0", [244, 488, 976], 2048),
    ];
}

/// <summary>
/// ShuffleNet v2 as torchvision has it, names of networks and modules included. Both branches of a down unit are of equal
/// width, which makes stage 2 a little cheaper than in the paper.
/// </summary>
internal static class ShuffleNetV2Torchvision
{
    public static ImmutableArray<NetworkEntry> Entries { get; } = [.. ShuffleNetV2Widths.All.Select(Entry)];

    private static NetworkEntry Entry(ShuffleNetV2Widths widths)
    {
        string name = $"shufflenet_v2_x{widths.Multiplier.Replace('.', '_')}";
        return new NetworkEntry(
            name, "ShuffleNet v2 (torchvision)", ImageNet.Image(), NetworkStatus.Published, null, input => Build(name, input, widths));
    }

    private static Graph Build(string name, MapShape input, ShuffleNetV2Widths widths)
    {
        var graph = new GraphBuilder(input);
        int x = Stem.Add(graph, ShuffleNetV2Widths.First, "conv1.0");
        for (int stage = 0; stage < widths.Stages.Length; stage++)
        {
            x = ShuffleNetV2TorchvisionUnit.Down(graph, x, widths.Stages[stage], 2, $"stage{stage + 2}.0");
            for (int basic = 1; basic < ShuffleNetV2Widths.Repeats[stage]; basic++)
                x = ShuffleNetV2TorchvisionUnit.Basic(graph, x, $"stage{stage + 2}.{basic}");
        }

        x = graph.ReLU(graph.Convolution(x, widths.Last, "conv5.0"));
        ClassificationHead.Add(graph, x, "fc");
        return graph.Build(name);
    }
}
