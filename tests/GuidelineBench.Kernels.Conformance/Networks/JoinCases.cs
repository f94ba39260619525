using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Kernels.Conformance.Operators;

namespace GuidelineBench.Kernels.Conformance.Networks;

/// <summary>
/// Activations behind concatenations, shuffles and splits of what every kind of operator makes. Fused, they end in the
/// operators before them where nobody else reads the parts, and stay where they are where somebody does.
/// </summary>
internal static class JoinCases
{
    private static readonly (string Name, Func<CaseGenerator, GraphBuilder, int, int, int> Add)[] Producers =
    [
        ("conv1x1", (generator, graph, x, stride) => graph.Convolution(x, generator.Channels(19), "part", 1, stride)),
        ("conv1x1 grouped", (generator, graph, x, stride) => graph.Convolution(x, 2 * generator.Channels(9), "part", 1, stride, groups: 2)),
        ("conv3x3", (generator, graph, x, stride) => graph.Convolution(x, generator.Channels(9), "part", 3, stride)),
        ("conv3x3 with sum", (generator, graph, x, stride) => graph.Sum(
            graph.Convolution(x, 5, "part", 3, stride), graph.Convolution(x, 5, "addend", 1, stride))),
        ("depthwise 3x3", (_, graph, x, stride) => graph.DepthwiseConvolution(x, "part", 3, stride)),
        ("depthwise 9x9", (_, graph, x, stride) => graph.DepthwiseConvolution(x, "part", 9, stride)),
        ("depthwise 5x5 with sum", (_, graph, x, stride) => graph.Sum(
            graph.DepthwiseConvolution(x, "part", 5, stride), graph.AveragePooling(x, 3, stride, 1))),
        ("maxpool", (_, graph, x, stride) => graph.MaxPooling(x, 3, stride, 1)),
        ("avgpool", (_, graph, x, stride) => graph.AveragePooling(x, 3, stride, 1)),
        ("avgpool inside", (_, graph, x, stride) => graph.Add(new AveragePooling(new Window(3, stride, Padding.Around(1)), CountsPadding: false), x)),
        ("bn", (_, graph, x, stride) => graph.BatchNormalization(graph.MaxPooling(x, 3, stride, 1))),
        ("scale", (_, graph, x, stride) => graph.Add(
            new ChannelScaling(), graph.AveragePooling(x, 3, stride, 1), graph.Add(new HardSigmoid(), graph.GlobalAveragePooling(x)))),
        ("sum", (_, graph, x, stride) => graph.Sum(graph.AveragePooling(x, 3, stride, 1), graph.MaxPooling(x, 3, stride, 1))),
        ("relu", (generator, graph, x, stride) => graph.ReLU(graph.Convolution(x, generator.Channels(9), "part", 1, stride))),
        ("lrn", (_, graph, x, stride) => graph.Add(new LocalResponseNormalization(3, 0.5, 0.75, 1), graph.AveragePooling(x, 3, stride, 1))),
    ];

    public static IEnumerable<OperatorCase> All
    {
        get
        {
            var generator = new CaseGenerator(7);
            foreach ((string name, Func<CaseGenerator, GraphBuilder, int, int, int> add) in Producers)
                for (int i = 0; i < 4; i++)
                {
                    var graph = new GraphBuilder(generator.Map(2 * generator.Channels(9), most: 800));
                    int stride = generator.Pick(1, 2);
                    int part = add(generator, graph, graph.Input, stride);
                    int other = Producers[generator.Next(Producers.Length)].Add(generator, graph, graph.Input, stride);
                    int joined = Rearranged(generator, graph, graph.Concatenation(part, other));
                    int activated = generator.Pick(0, 0, 1, 2) switch
                    {
                        0 => graph.ReLU(joined),
                        1 => graph.ReLU6(joined),
                        _ => graph.Add(new Sigmoid(), joined),
                    };
                    Finish(generator, graph, activated, generator.Next(5) == 0 ? part : activated);
                    yield return generator.Case(FormattableString.Invariant($"{name} joined, {i}"), graph) with { Fuse = i < 3 };
                }
        }
    }

    private static int Rearranged(CaseGenerator generator, GraphBuilder graph, int x)
    {
        int channels = graph.ShapeOf(x).Channels;
        return generator.Next(4) switch
        {
            0 => graph.Every(x, 2, 0),
            1 => graph.Add(ChannelSelection.Gather(channels, Enumerable.Range(0, channels + 2).Select(_ => generator.Next(channels))), x),
            2 when channels % 2 == 0 => graph.Shuffle(x, 2),
            _ => x,
        };
    }

    /// <summary>The network ends in the activation, or goes on as ShuffleNet v1's next unit; <paramref name="alsoRead"/> has a reader more.</summary>
    private static void Finish(CaseGenerator generator, GraphBuilder graph, int x, int alsoRead)
    {
        if (alsoRead != x)
            graph.Concatenation(graph.Convolution(alsoRead, 3), graph.Convolution(x, 4));
        else if (generator.Next(3) > 0)
            graph.ReLU(graph.Sum(graph.Convolution(graph.Convolution(x, 7), graph.ShapeOf(x).Channels), x));
    }
}
