using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>DenseNet (Huang et al. 2017) in the shell of Table 5: its stages hold dense units.</summary>
internal static class DenseNet
{
    private const string Note =
        "The paper gives no widths: growth rates were chosen so that the multiply-adds come nearest to the printed ones; a stage's first unit pools its input as ShuffleNet v1's does.";

    private static readonly ImmutableArray<int> Repeats = [4, 8, 4];

    public static ImmutableArray<NetworkEntry> Entries { get; } =
    [
        Entry("0.5", [8, 8, 12], last: 1024),
        Entry("1.0", [18, 20, 26], last: 1024),
        Entry("1.5", [28, 32, 32], last: 1024),
        Entry("2.0", [38, 40, 44], last: 2048),
    ];

    private static NetworkEntry Entry(string multiplier, ImmutableArray<int> growths, int last)
    {
        string name = $"densenet_{multiplier}x";
        return new NetworkEntry(name, "DenseNet", ImageNet.Image(), NetworkStatus.Derived, Note, input => Build(name, input, growths, last));
    }

    private static Graph Build(string name, MapShape input, ImmutableArray<int> growths, int last)
    {
        var graph = new GraphBuilder(input);
        int x = Stem.Add(graph, 24, "conv1.0");
        for (int stage = 0; stage < growths.Length; stage++)
            for (int unit = 0; unit < Repeats[stage]; unit++)
                x = Unit(
                    graph, x, growths[stage], unit == 0 ? 2 : 1, string.Create(CultureInfo.InvariantCulture, $"stage{stage + 2}.{unit}"));
        x = graph.ReLU(graph.BatchNormalization(x, "norm5"));
        x = graph.ReLU(graph.Convolution(x, last, "conv5.0"));
        ClassificationHead.Add(graph, x, "fc");
        return graph.Build(name);
    }

    private static int Unit(GraphBuilder graph, int input, int growth, int stride, string name)
    {
        int x = graph.ReLU(graph.BatchNormalization(input, $"{name}.norm1"));
        x = graph.ReLU(graph.Convolution(x, 4 * growth, $"{name}.conv1"));
        x = graph.Convolution(x, growth, $"{name}.conv2", kernelSize: 3, stride: stride, bias: BiasSource.None);
        int carried = stride == 1 ? input : graph.AveragePooling(input, kernelSize: 3, stride: 2, padding: 1);
        return graph.Concatenation(carried, x);
    }
}
