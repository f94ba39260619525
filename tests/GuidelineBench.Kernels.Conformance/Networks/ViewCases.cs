using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Kernels.Conformance.Operators;

namespace GuidelineBench.Kernels.Conformance.Networks;

/// <summary>
/// Chains of concatenations and selections of channels, read by every kind of operator: the channels that it reads lie
/// scattered over the maps of several others, some of them are read twice and some never.
/// </summary>
internal static class ViewCases
{
    private const int MostChannels = 24;

    private static readonly (string Name, Func<CaseGenerator, GraphBuilder, int, int> Add)[] Readers =
    [
        ("conv1x1", (generator, graph, x) => generator.Activated(graph, graph.Convolution(x, generator.Channels(19)))),
        ("conv1x1 grouped", (generator, graph, x) => graph.ReLU6(graph.Convolution(x, 2 * Divisor(graph, x), groups: Divisor(graph, x)))),
        ("conv3x3", (generator, graph, x) => generator.Activated(graph, graph.Convolution(x, generator.Channels(9), kernelSize: 3))),
        ("conv3x3/2 grouped", (_, graph, x) => graph.Convolution(x, 3 * Divisor(graph, x), "reader", 3, 2, Divisor(graph, x))),
        ("conv5x5 with sum", (generator, graph, x) => Summed(generator, graph, x, graph.Convolution(x, graph.ShapeOf(x).Channels, kernelSize: 5))),
        ("conv1x1 with sum", (generator, graph, x) => Summed(generator, graph, x, graph.Convolution(x, graph.ShapeOf(x).Channels))),
        ("depthwise 3x3", (generator, graph, x) => Summed(generator, graph, x, graph.DepthwiseConvolution(x, "reader"))),
        ("depthwise 5x5/2", (generator, graph, x) => generator.Activated(graph, graph.DepthwiseConvolution(x, "reader", 5, 2))),
        ("depthwise 9x9", (_, graph, x) => graph.DepthwiseConvolution(x, "reader", 9)),
        ("maxpool", (generator, graph, x) => graph.MaxPooling(x, 3, generator.Pick(1, 2), 1)),
        ("avgpool", (generator, graph, x) => graph.AveragePooling(x, 3, generator.Pick(1, 2), 1)),
        ("mean", (_, graph, x) => graph.GlobalAveragePooling(x)),
        ("fully connected", (generator, graph, x) => generator.Activated(graph, graph.FullyConnected(x, 5))),
        ("sum", (generator, graph, x) => generator.Activated(graph, graph.Sum(x, x, Rotated(graph, x)))),
        ("sigmoid", (_, graph, x) => graph.Add(new Sigmoid(), x)),
        ("bn", (generator, graph, x) => Summed(generator, graph, x, graph.BatchNormalization(x))),
        ("lrn", (_, graph, x) => graph.Add(new LocalResponseNormalization(3, 0.5, 0.75, 1), x)),
        ("scale", (generator, graph, x) => Summed(generator, graph, x, graph.Add(
            new ChannelScaling(), x, Rotated(graph, graph.Concatenation(graph.GlobalAveragePooling(x), graph.GlobalAveragePooling(x)), graph.ShapeOf(x).Channels)))),
        ("output", (_, graph, x) => Rotated(graph, x)),
    ];

    public static IEnumerable<OperatorCase> All
    {
        get
        {
            var generator = new CaseGenerator(6);
            foreach ((string name, Func<CaseGenerator, GraphBuilder, int, int> add) in Readers)
            {
                for (int i = 0; i < 5; i++)
                {
                    var graph = new GraphBuilder(generator.Map(generator.Channels(13), most: 900));
                    int x = View(generator, graph);
                    int y = add(generator, graph, x);
                    // A second reader, and an output that is a view itself, of the reader's map or of the input's too.
                    if (generator.Next(3) == 0 && graph.ShapeOf(y).WithChannels(1) == graph.ShapeOf(x).WithChannels(1))
                        Rotated(graph, graph.Concatenation(y, graph.Input, x));
                    else if (generator.Next(2) == 0)
                        Rotated(graph, graph.Concatenation(y, graph.ReLU(y)));
                    yield return generator.Case($"view read by {name}", graph);
                }
            }
        }
    }

    /// <summary>A chain of two to five views of maps that different operators of the input make.</summary>
    private static int View(CaseGenerator generator, GraphBuilder graph)
    {
        List<int> maps =
        [
            graph.Input,
            graph.Convolution(graph.Input, generator.Channels(9)),
            graph.DepthwiseConvolution(graph.Input, "source"),
            graph.Add(new HardSigmoid(), graph.Input),
        ];
        int x = maps[generator.Next(maps.Count)];
        int length = 2 + generator.Next(4);
        for (int i = 0; i < length || graph.ShapeOf(x).Channels > MostChannels; i++)
        {
            int channels = graph.ShapeOf(x).Channels;
            x = channels > MostChannels ? graph.Slice(x, generator.Next(channels / 2), channels / 2) : generator.Next(7) switch
            {
                0 or 1 => graph.Concatenation(x, Pick()),
                2 => graph.Concatenation(Pick(), x, Pick()),
                3 when channels > 1 => graph.Slice(x, generator.Next(channels / 2), (channels + 1) / 2),
                4 => graph.Shuffle(x, Divisor(graph, x)),
                5 when channels > 1 => graph.Every(x, 2, generator.Next(2)),
                _ => graph.Add(ChannelSelection.Gather(channels, Enumerable.Range(0, channels + 2).Select(_ => generator.Next(channels))), x),
            };
            maps.Add(x);
        }

        return x;

        int Pick() => maps[generator.Next(maps.Count)];
    }

    private static int Summed(CaseGenerator generator, GraphBuilder graph, int x, int y) =>
        generator.Activated(graph, generator.Next(2) == 0 ? graph.Sum(y, Rotated(graph, x)) : graph.Sum(x, y));

    /// <summary>The same channels, or the first of them, each in another place.</summary>
    private static int Rotated(GraphBuilder graph, int x, int? count = null)
    {
        int channels = graph.ShapeOf(x).Channels;
        return graph.Add(ChannelSelection.Gather(channels, Enumerable.Range(0, count ?? channels).Select(i => (i + channels / 2) % channels)), x);
    }

    /// <summary>The smallest number of groups above one that the channels can be divided into.</summary>
    private static int Divisor(GraphBuilder graph, int x)
    {
        int channels = graph.ShapeOf(x).Channels;
        return Enumerable.Range(2, channels).FirstOrDefault(candidate => channels % candidate == 0, 1);
    }
}
