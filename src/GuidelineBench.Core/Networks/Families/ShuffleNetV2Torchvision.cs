using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;
using GuidelineBench.Core.Networks.Units;

namespace GuidelineBench.Core.Networks.Families;

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
