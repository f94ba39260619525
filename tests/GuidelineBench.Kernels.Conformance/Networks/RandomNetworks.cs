using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Kernels.Conformance.Operators;

namespace GuidelineBench.Kernels.Conformance.Networks;

/// <summary>
/// Networks of some random units after those of the catalogue. Maps change size, channels are reused in place, shortcuts
/// live long, and several of a map's readers read different channels of it.
/// </summary>
internal static class RandomNetworks
{
    private const int LeastNodes = 16, MostNodes = 40, MostChannels = 66;

    private static readonly Func<CaseGenerator, GraphBuilder, int, int>[] Units =
    [
        ShuffleUnit, ShuffleUnit, SplitUnit, SplitUnit, DownUnit, GroupedUnit, SqueezeUnit, InvertedResidual, DenseUnit, Cell, Normalized,
    ];

    public static IEnumerable<OperatorCase> All
    {
        get
        {
            for (int i = 0; i < 36; i++)
            {
                var generator = new CaseGenerator(100 + i);
                var graph = new GraphBuilder(generator.Map(3, most: 1000));
                int x = graph.ReLU(graph.Convolution(graph.Input, 2 * generator.Channels(i % 3 == 0 ? 33 : 9), "stem", 3, generator.Pick(1, 2)));
                while (NodesOf(graph) < LeastNodes)
                    x = Narrowed(graph, Units[generator.Next(Units.Length)](generator, graph, x));
                // Half of the networks end as their last unit does, often in a view.
                if (generator.Next(2) == 0)
                    graph.FullyConnected(generator.Next(2) == 0 ? graph.GlobalAveragePooling(x) : x, 10);
                OperatorCase made = generator.Case(FormattableString.Invariant($"network of units {i}"), graph);
                Assert.InRange(made.Graph.Nodes.Length, LeastNodes, MostNodes);
                yield return made;
            }
        }
    }

    /// <summary>ShuffleNet v2's basic unit, the shuffle behind it.</summary>
    private static int ShuffleUnit(CaseGenerator generator, GraphBuilder graph, int x)
    {
        int half = graph.ShapeOf(x).Channels / 2;
        return graph.Shuffle(graph.Concatenation(graph.Slice(x, 0, half), Branch(generator, graph, graph.Slice(x, half, half), half, 1)), 2);
    }

    /// <summary>The same unit twice, the shuffle before it: every other channel goes past, the work branch has a residual.</summary>
    private static int SplitUnit(CaseGenerator generator, GraphBuilder graph, int x)
    {
        for (int unit = 0; unit < 2; unit++)
        {
            int half = graph.ShapeOf(x).Channels / 2, odd = graph.Every(x, 2, 1);
            int y = Linear(generator, graph, odd, half, 1);
            x = graph.Concatenation(graph.Every(x, 2, 0), graph.ReLU(generator.Next(2) == 0 ? y : graph.Sum(y, odd)));
        }

        return x;
    }

    /// <summary>ShuffleNet v2's unit at stride 2.</summary>
    private static int DownUnit(CaseGenerator generator, GraphBuilder graph, int x)
    {
        int half = Math.Min(MostChannels / 2, graph.ShapeOf(x).Channels);
        int passed = graph.ReLU(graph.Convolution(graph.DepthwiseConvolution(x, "passed", stride: 2), half));
        return graph.Shuffle(graph.Concatenation(passed, Branch(generator, graph, x, half, 2)), 2);
    }

    /// <summary>ShuffleNet v1's.</summary>
    private static int GroupedUnit(CaseGenerator generator, GraphBuilder graph, int x)
    {
        int channels = graph.ShapeOf(x).Channels;
        int y = graph.Shuffle(graph.ReLU(graph.Convolution(x, 2 * generator.Channels(7), groups: 2)), 2);
        y = graph.Convolution(graph.DepthwiseConvolution(y, "window"), channels, groups: 2);
        return graph.ReLU(graph.Sum(x, y));
    }

    /// <summary>Squeeze-and-excitation with a shortcut.</summary>
    private static int SqueezeUnit(CaseGenerator generator, GraphBuilder graph, int x)
    {
        int channels = graph.ShapeOf(x).Channels;
        int y = graph.Convolution(x, channels, kernelSize: generator.Pick(1, 3));
        int factors = graph.ReLU(graph.FullyConnected(graph.GlobalAveragePooling(y), generator.Channels(7)));
        factors = graph.Add(new Sigmoid(), graph.Convolution(factors, channels));
        return graph.ReLU(graph.Sum(graph.Add(new ChannelScaling(), y, factors), x));
    }

    private static int InvertedResidual(CaseGenerator generator, GraphBuilder graph, int x)
    {
        int y = graph.ReLU6(graph.Convolution(x, 2 * generator.Channels(17)));
        y = graph.ReLU6(graph.DepthwiseConvolution(y, "window", generator.Pick(3, 5, 7)));
        return graph.Sum(x, graph.Convolution(y, graph.ShapeOf(x).Channels));
    }

    /// <summary>Two layers of a dense block: what is there already stays, some channels come to it.</summary>
    private static int DenseUnit(CaseGenerator generator, GraphBuilder graph, int x)
    {
        for (int layer = 0; layer < 2; layer++)
        {
            int y = graph.Convolution(graph.ReLU(graph.BatchNormalization(x)), generator.Channels(7));
            x = graph.Concatenation(x, graph.Convolution(y, 4, kernelSize: 3));
        }

        return x;
    }

    /// <summary>Parallel branches that are added in pairs, as in NASNet.</summary>
    private static int Cell(CaseGenerator generator, GraphBuilder graph, int x)
    {
        int channels = graph.ShapeOf(x).Channels, stride = generator.Pick(1, 2), rectified = graph.ReLU(x);
        MapShape shape = graph.ShapeOf(x);
        var window = new Window(3, stride, Padding.Same(shape, 3, stride));
        int separable = graph.Convolution(
            graph.Convolution(rectified, channels, new Window(5, stride, Padding.Same(shape, 5, stride)), channels), channels);
        int first = graph.Sum(separable, graph.Add(new MaxPooling(window), x));
        int second = graph.Sum(graph.Add(new AveragePooling(window, CountsPadding: false), x), graph.Convolution(rectified, channels, window, channels));
        return graph.Concatenation(first, second, graph.Sum(first, second));
    }

    private static int Normalized(CaseGenerator generator, GraphBuilder graph, int x)
    {
        int y = graph.Add(new LocalResponseNormalization(5, 0.1, 0.75, 1), graph.Convolution(x, 2 * generator.Channels(13), kernelSize: 5));
        return graph.ShapeOf(y).Pixels > 4 ? graph.MaxPooling(y, 3, 2, 1) : y;
    }

    private static int Branch(CaseGenerator generator, GraphBuilder graph, int x, int channels, int stride) =>
        graph.ReLU(Linear(generator, graph, x, channels, stride));

    private static int Linear(CaseGenerator generator, GraphBuilder graph, int x, int channels, int stride)
    {
        int y = graph.DepthwiseConvolution(graph.ReLU(graph.Convolution(x, channels)), "window", generator.Pick(3, 3, 5), stride);
        return graph.Convolution(y, channels);
    }

    /// <summary>An even number of channels, and not too many: a random choice of them, each once.</summary>
    private static int Narrowed(GraphBuilder graph, int x)
    {
        int channels = graph.ShapeOf(x).Channels, wanted = Math.Min(MostChannels, channels / 2 * 2);
        return wanted == channels
            ? x
            : graph.Add(ChannelSelection.Gather(channels, Enumerable.Range(0, wanted).Select(i => i * channels / wanted)), x);
    }

    private static int NodesOf(GraphBuilder graph) => graph.Build("counted").Nodes.Length;
}
