using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Kernels.Conformance.Operators;

namespace GuidelineBench.Kernels.Conformance.Networks;

/// <summary>Every kind of layer of the networks, with what can be fused into it, on seeded random shapes.</summary>
internal static class LayerCases
{
    /// <summary>Keeps a case short where Reference computes it.</summary>
    private const long MostMultiplyAdds = 400_000;

    public static IEnumerable<OperatorCase> All =>
        Convolutions().Concat(DepthwiseConvolutions()).Concat(Poolings()).Concat(PixelwiseLayers()).Concat(WholeMapLayers());

    private static IEnumerable<OperatorCase> Convolutions()
    {
        var generator = new CaseGenerator(1);
        foreach (int kernelSize in new[] { 1, 2, 3, 4, 5, 6, 7, 11 })
            foreach (int stride in new[] { 1, 2, 3, 4 })
                foreach (int groups in new[] { 1, generator.Pick(2, 3, 5) })
                    for (int i = 0; i < 2; i++)
                        yield return Bounded(generator, graph => Convolution(generator, graph, kernelSize, stride, groups), groups);
    }

    private static IEnumerable<OperatorCase> DepthwiseConvolutions()
    {
        var generator = new CaseGenerator(2);
        foreach (int kernelSize in new[] { 2, 3, 3, 4, 5, 5, 6, 7, 7, 9 })
            foreach (int stride in new[] { 1, 2, 1, 2, 3 })
                yield return Bounded(generator, graph =>
                {
                    int channels = graph.ShapeOf(graph.Input).Channels;
                    Window window = generator.Window(graph.ShapeOf(graph.Input), kernelSize, stride);
                    int y = graph.Convolution(graph.Input, channels, window, channels);
                    Finish(generator, graph, y, () => graph.Convolution(graph.Input, channels, window, channels));
                    return FormattableString.Invariant($"depthwise {window.Signature}");
                });
    }

    private static IEnumerable<OperatorCase> Poolings()
    {
        var generator = new CaseGenerator(3);
        foreach (int kernelSize in new[] { 1, 2, 3, 4, 5, 6, 7 })
            foreach (int stride in new[] { 1, 2 })
                foreach (int kind in new[] { 0, 1, 2 })
                    for (int i = 0; i < 2; i++)
                        yield return Bounded(generator, graph =>
                        {
                            Window window = generator.Window(graph.ShapeOf(graph.Input), kernelSize, stride);
                            Layer layer = kind == 0 ? new MaxPooling(window) : new AveragePooling(window, CountsPadding: kind == 1);
                            generator.Activated(graph, graph.Add(layer, graph.Input));
                            return layer.Signature;
                        });
    }

    /// <summary>Layers that keep the map's size and see one pixel of it at a time.</summary>
    private static IEnumerable<OperatorCase> PixelwiseLayers()
    {
        var generator = new CaseGenerator(4);
        for (int i = 0; i < 8; i++)
        {
            yield return Bounded(generator, graph =>
            {
                int x = graph.MaxPooling(graph.Input, kernelSize: 1, stride: 1, padding: 0);
                Finish(generator, graph, graph.BatchNormalization(x), () => graph.Input);
                return "bn";
            });
            yield return Bounded(generator, graph =>
            {
                int factors = graph.Add(new HardSigmoid(), graph.GlobalAveragePooling(graph.Input));
                Finish(generator, graph, graph.Add(new ChannelScaling(), graph.Input, factors), () => graph.ReLU6(graph.Input));
                return "scale";
            });
            int size = generator.Pick(1, 2, 3, 5, 6);
            yield return Bounded(generator, graph =>
            {
                graph.Add(new LocalResponseNormalization(size, Alpha: 0.5, Beta: 0.75, Offset: generator.Pick(1.0, 2.0)), graph.Input);
                return FormattableString.Invariant($"lrn {size}");
            });
            foreach (Layer activation in new Layer[] { new ReLU6(), new Sigmoid(), new HardSigmoid(), new HardSwish(), new SiLU(), new ReLU() })
                yield return Bounded(generator, graph =>
                {
                    int stretched = graph.BatchNormalization(graph.Sum(graph.Input, graph.Input, graph.Input));
                    graph.Add(activation, graph.Sum(stretched, graph.Input));
                    return activation.Signature;
                });
        }
    }

    private static IEnumerable<OperatorCase> WholeMapLayers()
    {
        var generator = new CaseGenerator(5);
        for (int i = 0; i < 12; i++)
        {
            yield return Bounded(generator, graph =>
            {
                graph.GlobalAveragePooling(graph.Input);
                return "mean";
            });
            yield return Bounded(generator, graph =>
            {
                generator.Activated(graph, graph.FullyConnected(graph.Input, generator.Channels()));
                return "fully connected";
            });
            yield return Bounded(generator, graph =>
            {
                int mean = graph.GlobalAveragePooling(graph.Input);
                int hidden = generator.Activated(graph, graph.FullyConnected(mean, generator.Channels()));
                int y = graph.Convolution(hidden, generator.Channels());
                Finish(generator, graph, y, () => graph.FullyConnected(mean, graph.ShapeOf(y).Channels));
                return "fully connected at one pixel";
            });
        }
    }

    private static string Convolution(CaseGenerator generator, GraphBuilder graph, int kernelSize, int stride, int groups)
    {
        Window window = generator.Window(graph.ShapeOf(graph.Input), kernelSize, stride);
        int outputs = groups * generator.Channels(most: groups == 1 ? 71 : 33);
        int y = graph.Convolution(graph.Input, outputs, window, groups);
        Finish(generator, graph, y, () => graph.Convolution(graph.Input, outputs, window, groups));
        return FormattableString.Invariant($"conv{window.Signature} g={groups}");
    }

    /// <summary>What may follow a layer: a sum with one or two maps, one of them a view, and an activation.</summary>
    private static void Finish(CaseGenerator generator, GraphBuilder graph, int node, Func<int> alike)
    {
        int sum = generator.Next(5) switch
        {
            0 => graph.Sum(node, alike()),
            1 => graph.Sum(Reversed(alike()), node),
            2 => graph.Sum(alike(), node, Reversed(alike())),
            _ => node,
        };
        generator.Activated(graph, sum);

        int Reversed(int map)
        {
            int channels = graph.ShapeOf(map).Channels;
            return graph.Add(ChannelSelection.Gather(channels, Enumerable.Range(0, channels).Reverse()), map);
        }
    }

    /// <summary>Tries shapes until Reference's work is small enough.</summary>
    private static OperatorCase Bounded(CaseGenerator generator, Func<GraphBuilder, string> add, int multiple = 1)
    {
        while (true)
        {
            var graph = new GraphBuilder(generator.Map(multiple * generator.Channels(most: multiple == 1 ? 33 : 9)));
            OperatorCase made = generator.Case(add(graph), graph);
            long elements = made.Graph.Nodes.Sum(node => node.Output.Elements);
            if (made.Batch * (GraphCosts.Of(made.Graph).MultiplyAdds + 4 * elements) <= MostMultiplyAdds)
                return made;
        }
    }
}
