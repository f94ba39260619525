using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;
using GuidelineBench.Core.Networks.Units;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>The large ShuffleNets v2 of Table 6, built as Appendix Table 2 says, and the one that the authors released.</summary>
internal static class ShuffleNetV2Large
{
    private const string Family = "ShuffleNet v2, large";

    private static readonly ImmutableArray<int> Widths50 = [244, 488, 976, 1952], Repeats50 = [3, 4, 6, 3];
    private static readonly ImmutableArray<int> Widths164 = [340, 680, 1360, 2720], Repeats164 = [10, 10, 23, 10];
    private static readonly ImmutableArray<int> ReleasedBranchWidths = [128, 256, 512, 1024];

    private static readonly ShuffleNetV2Form Plain = new();
    private static readonly ShuffleNetV2Form ResidualSqueeze = new() { Residual = true, SqueezeHidden = (unit, _) => unit / 2 };

    public static ImmutableArray<NetworkEntry> Entries { get; } =
    [
        Entry(
            "shufflenet_v2_50", Build50, NetworkStatus.Ambiguous,
            "The table's channels are read as a unit's, and its first unit, 64 to 244 channels at stride 1, as a down unit without stride."),
        Entry(
            "shufflenet_v2_50_halves", Build50Halves, NetworkStatus.Ambiguous,
            "As shufflenet_v2_50, with torchvision's down units, whose branches are of equal width."),
        Entry(
            "se_shufflenet_v2_164", Build164, NetworkStatus.Ambiguous,
            "As in Appendix Table 2, its channels read as a unit's; squeeze-and-excitation has half the unit's width hidden, in all units."),
        Entry(
            "shufflenet_v2_large", BuildReleased, NetworkStatus.Ambiguous,
            "The network that the authors released with the printed error; its units differ from Appendix Table 2. Training-only heads are left out."),
    ];

    private static NetworkEntry Entry(string name, Func<string, MapShape, Graph> build, NetworkStatus status, string note) =>
        new(name, Family, ImageNet.Image(), status, note, input => build(name, input));

    private static Graph Build50(string name, MapShape input)
    {
        var graph = new GraphBuilder(input);
        int x = Units(graph, Stem.Add(graph, 64, "first_conv.0"), Widths50, Repeats50, Plain);
        return Finish(graph, x, name);
    }

    private static Graph Build50Halves(string name, MapShape input)
    {
        var graph = new GraphBuilder(input);
        int x = Stem.Add(graph, 64, "conv1.0");
        for (int stage = 0; stage < Widths50.Length; stage++)
        {
            x = ShuffleNetV2TorchvisionUnit.Down(graph, x, Widths50[stage], StrideOf(stage), $"stage{stage + 2}.0");
            for (int basic = 1; basic < Repeats50[stage]; basic++)
                x = ShuffleNetV2TorchvisionUnit.Basic(graph, x, $"stage{stage + 2}.{basic}");
        }

        x = graph.ReLU(graph.Convolution(x, 2048, "conv6.0"));
        ClassificationHead.Add(graph, x, "fc");
        return graph.Build(name);
    }

    private static Graph Build164(string name, MapShape input)
    {
        var graph = new GraphBuilder(input);
        return Finish(graph, Units(graph, DeepStem.Add(graph, "first_conv"), Widths164, Repeats164, ResidualSqueeze), name);
    }

    private static int Units(GraphBuilder graph, int input, ImmutableArray<int> widths, ImmutableArray<int> repeats, ShuffleNetV2Form form)
    {
        int x = input;
        int unit = 0;
        for (int stage = 0; stage < widths.Length; stage++)
        {
            x = ShuffleNetV2Unit.Down(graph, x, widths[stage], StrideOf(stage), form, $"features.{unit++}");
            for (int basic = 1; basic < repeats[stage]; basic++)
                x = ShuffleNetV2Unit.Basic(graph, x, form, $"features.{unit++}");
        }

        return x;
    }

    private static Graph Finish(GraphBuilder graph, int input, string name)
    {
        int x = graph.ReLU(graph.Convolution(input, 2048, "conv_last.0"));
        ClassificationHead.Add(graph, x, "classifier.0");
        return graph.Build(name);
    }

    private static Graph BuildReleased(string name, MapShape input)
    {
        var graph = new GraphBuilder(input);
        int x = DeepStem.Add(graph, "first_conv");
        int unit = 0;
        for (int stage = 0; stage < ReleasedBranchWidths.Length; stage++)
        {
            x = ReleasedUnit(graph, x, ReleasedBranchWidths[stage], StrideOf(stage), isFirst: true, $"features.{unit++}");
            for (int basic = 1; basic < Repeats164[stage]; basic++)
                x = ReleasedUnit(graph, x, ReleasedBranchWidths[stage], 1, isFirst: false, $"features.{unit++}");
        }

        x = graph.ReLU(graph.Convolution(x, 1280, "conv_last.0", kernelSize: 3));
        ClassificationHead.Add(graph, x, "classifier.0");
        return graph.Build(name);
    }

    private static int ReleasedUnit(GraphBuilder graph, int input, int branchChannels, int stride, bool isFirst, string name)
    {
        int pass = graph.Every(input, step: 2, first: 0), work = graph.Every(input, step: 2, first: 1);
        if (isFirst)
            pass = graph.Convolution(pass, branchChannels, $"{name}.branch_proj.0", kernelSize: 3, stride: stride);
        int x = graph.ReLU(graph.Convolution(work, branchChannels, $"{name}.branch_main.0"));
        x = graph.ReLU(graph.Convolution(x, branchChannels, $"{name}.branch_main.3", kernelSize: 3, stride: stride, groups: 8));
        x = graph.Convolution(x, branchChannels, $"{name}.branch_main.6");
        x = SqueezeExcitation.Add(graph, x, branchChannels, $"{name}.se");
        if (!isFirst)
            x = graph.Sum(x, work);
        x = graph.ReLU(graph.Concatenation(pass, x));
        return stride == 1 ? x : graph.ReLU(graph.Convolution(x, 2 * branchChannels, $"{name}.branch_fusion.0"));
    }

    // conv2_x follows the max pooling and keeps its size.
    private static int StrideOf(int stage) => stage == 0 ? 1 : 2;
}
