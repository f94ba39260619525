using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>
/// CondenseNet-74 (Huang et al. 2018) as it is used after training: learned group convolutions have become a choice of
/// channels and a grouped convolution. The choice is part of the weights; here it is random and always the same.
/// </summary>
internal static class CondenseNet
{
    private static readonly ImmutableArray<int> Repeats = [4, 6, 8, 10, 8], Growths = [8, 16, 32, 64, 128];

    public static ImmutableArray<NetworkEntry> Entries { get; } = [Entry(8), Entry(4)];

    private static NetworkEntry Entry(int groups)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"condensenet_g{groups}");
        return new NetworkEntry(
            name, "CondenseNet", ImageNet.Image(), NetworkStatus.Published, null, input => Build(name, input, groups));
    }

    private static Graph Build(string name, MapShape input, int groups)
    {
        var choices = new ChannelChoices();
        var graph = new GraphBuilder(input);
        int x = graph.Convolution(graph.Input, 16, "features.init_conv", kernelSize: 3, stride: 2, bias: BiasSource.None);
        for (int block = 0; block < Growths.Length; block++)
        {
            if (block > 0)
                x = graph.AveragePooling(x, kernelSize: 2, stride: 2, padding: 0);
            for (int layer = 0; layer < Repeats[block]; layer++)
                x = graph.Concatenation(x, NewChannels(
                    graph, x, Growths[block], groups, choices,
                    string.Create(CultureInfo.InvariantCulture, $"features.denseblock_{block + 1}.denselayer_{layer + 1}")));
        }

        x = graph.GlobalAveragePooling(graph.ReLU(graph.BatchNormalization(x, "features.norm_last")));
        int channels = graph.ShapeOf(x).Channels;
        x = graph.Add(ChannelSelection.Gather(channels, choices.Next(channels, channels / 2)), x);
        graph.FullyConnected(x, ImageNet.Classes, name: "classifier.linear");
        return graph.Build(name);
    }

    private static int NewChannels(GraphBuilder graph, int input, int growth, int groups, ChannelChoices choices, string name)
    {
        int channels = graph.ShapeOf(input).Channels;
        int x = graph.Add(
            ChannelSelection.Gather(channels, Enumerable.Range(0, groups).SelectMany(_ => choices.Next(channels, channels / groups))), input);
        x = graph.ReLU(graph.BatchNormalization(x, $"{name}.conv_1.norm"));
        x = graph.ReLU(graph.Convolution(x, 4 * growth, $"{name}.conv_1.conv", groups: groups));
        x = graph.Shuffle(x, groups);
        return graph.Convolution(x, growth, $"{name}.conv_2.conv", kernelSize: 3, groups: groups, bias: BiasSource.None);
    }
}
