using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Conformance.Networks;
using GuidelineBench.Kernels.Conformance.Operators;

namespace GuidelineBench.Kernels.Simd.Tests.NetworkPlans;

/// <summary>Layers of every kind with pixelwise ones behind them, on maps of several tiles: they can be carried through tile by tile.</summary>
internal static class TileRunCases
{
    private static readonly (string Name, Func<GraphBuilder, int, int> Add)[] Heads =
    [
        ("conv1x1", (graph, x) => graph.Convolution(x, 7)),
        ("conv3x3", (graph, x) => graph.Convolution(x, 5, "head", 3)),
        ("conv5x5/2", (graph, x) => graph.Convolution(x, 5, "head", 5, 2)),
        ("depthwise 3x3", (graph, x) => graph.DepthwiseConvolution(x, "head")),
        ("depthwise 5x5/2", (graph, x) => graph.DepthwiseConvolution(x, "head", 5, 2)),
        ("maxpool", (graph, x) => graph.MaxPooling(x, 3, 2, 1)),
        ("avgpool", (graph, x) => graph.AveragePooling(x, 3, 1, 1)),
        ("scale", (graph, x) => graph.Add(new ChannelScaling(), x, graph.Add(new Sigmoid(), graph.GlobalAveragePooling(x)))),
        ("bn", (graph, x) => graph.BatchNormalization(x)),
        ("lrn", (graph, x) => graph.Add(new LocalResponseNormalization(5, 0.1, 0.75, 1), x)),
        ("sum", (graph, x) => graph.Sum(x, x)),
    ];

    public static IEnumerable<OperatorCase> All
    {
        get
        {
            var generator = new CaseGenerator(7);
            foreach ((string name, Func<GraphBuilder, int, int> head) in Heads)
            {
                for (int i = 0; i < 4; i++)
                {
                    (int height, int width) = generator.Pick((28, 28), (23, 34), (55, 55), (56, 56), (61, 40));
                    var graph = new GraphBuilder(new MapShape(2 * generator.Channels(4), height, width));
                    // The head reads channels that do not lie together, and so may the last layer's be written.
                    int x = graph.Shuffle(graph.Concatenation(graph.Input, graph.Add(new HardSigmoid(), graph.Input)), 2);
                    int first = head(graph, x), last = first;
                    int aside = graph.DepthwiseConvolution(first, "aside");
                    for (int layer = 0; layer < 2 + generator.Next(4); layer++)
                        last = Behind(generator, graph, first, aside, last);
                    if (generator.Next(2) == 0)
                        graph.Shuffle(graph.Concatenation(aside, last, first, aside, last, first), 2);
                    OperatorCase made = generator.Case($"pixelwise behind {name}", graph);
                    yield return made with { Order = ExecutionOrder.DepthFirst, Threads = 1 + i % 2 };
                }
            }
        }
    }

    /// <summary>A pixelwise layer that reads the one before it, and perhaps maps from before the run.</summary>
    private static int Behind(CaseGenerator generator, GraphBuilder graph, int first, int aside, int last) => generator.Next(7) switch
    {
        0 => generator.Activated(graph, graph.Convolution(last, graph.ShapeOf(first).Channels)),
        1 => graph.ReLU(graph.Sum(graph.Convolution(last, graph.ShapeOf(first).Channels), aside)),
        2 => graph.Sum(graph.Convolution(last, graph.ShapeOf(first).Channels), first),
        3 => graph.BatchNormalization(last),
        4 => graph.Add(new Sigmoid(), last),
        5 => graph.Sum(last, last, graph.ReLU6(last)),
        _ => graph.Convolution(last, graph.ShapeOf(last).Channels, groups: graph.ShapeOf(last).Channels % 2 == 0 ? 2 : 1),
    };
}
