using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Blocks;

namespace GuidelineBench.Core.Networks.Families;

/// <summary>
/// AlexNet as published (Krizhevsky et al. 2012: two groups, response normalisation, input 227x227) and as torchvision has
/// it. Its first fully connected layer fixes the input.
/// </summary>
internal static class AlexNet
{
    private const string Family = "AlexNet";

    public static ImmutableArray<NetworkEntry> Entries { get; } =
    [
        new("alexnet", Family, ImageNet.Image(), NetworkStatus.Published, null, BuildTorchvision),
        new("alexnet_2012", Family, ImageNet.Image(227), NetworkStatus.Published, null, Build2012),
    ];

    private static Graph Build2012(MapShape input)
    {
        var graph = new GraphBuilder(input);
        // The paper's alpha belongs to each square of the sum, the layer's to their mean over 5 channels.
        var normalization = new LocalResponseNormalization(5, 5 * 1e-4, 0.75, 2);
        int x = Convolution(graph, graph.Input, 96, new Window(11, 4, Padding.None), 1, "features.0");
        x = Pooling(graph, graph.Add(normalization, x));
        x = Convolution(graph, x, 256, Centered(5), 2, "features.4");
        x = Pooling(graph, graph.Add(normalization, x));
        x = Convolution(graph, x, 384, Centered(3), 1, "features.8");
        x = Convolution(graph, x, 384, Centered(3), 2, "features.10");
        x = Convolution(graph, x, 256, Centered(3), 2, "features.12");
        Classifier(graph, Pooling(graph, x));
        return graph.Build("alexnet_2012");
    }

    private static Graph BuildTorchvision(MapShape input)
    {
        var graph = new GraphBuilder(input);
        int x = Convolution(graph, graph.Input, 64, new Window(11, 4, Padding.Around(2)), 1, "features.0");
        x = Convolution(graph, Pooling(graph, x), 192, Centered(5), 1, "features.3");
        x = Convolution(graph, Pooling(graph, x), 384, Centered(3), 1, "features.6");
        x = Convolution(graph, x, 256, Centered(3), 1, "features.8");
        x = Convolution(graph, x, 256, Centered(3), 1, "features.10");
        Classifier(graph, Pooling(graph, x));
        return graph.Build("alexnet");
    }

    private static int Convolution(GraphBuilder graph, int input, int channels, Window window, int groups, string name) =>
        graph.ReLU(graph.Convolution(input, channels, window, groups, BiasSource.Bias, name));

    private static Window Centered(int kernelSize) => new(kernelSize, 1, Padding.Around(kernelSize / 2));

    private static int Pooling(GraphBuilder graph, int input) => graph.MaxPooling(input, kernelSize: 3, stride: 2, padding: 0);

    private static void Classifier(GraphBuilder graph, int input)
    {
        const int Hidden = 4096;
        MapShape features = graph.ShapeOf(input), wanted = new(256, 6, 6);
        if (features != wanted)
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"AlexNet's first fully connected layer takes a map of {wanted}, not {features} as an input of {graph.ShapeOf(graph.Input)} makes it."));
        int x = graph.ReLU(graph.FullyConnected(input, Hidden, name: "classifier.1"));
        x = graph.ReLU(graph.FullyConnected(x, Hidden, name: "classifier.4"));
        graph.FullyConnected(x, ImageNet.Classes, name: "classifier.6");
    }
}
