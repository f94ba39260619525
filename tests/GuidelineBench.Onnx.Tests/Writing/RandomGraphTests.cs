using CsCheck;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Onnx.Tests.Writing;

/// <summary>Any network of small layers is written, and what is read back says the same shapes and parameters.</summary>
public class RandomGraphTests
{
    private const int Kinds = 19;

    [Fact]
    public void Any_network_reads_back_as_it_was_written() => Property.Holds(
        Gen.Int[0, 10_000].Array[1, 14],
        choices =>
        {
            Graph graph = Of(choices);
            WrittenModel written = WrittenModel.Of(graph, choices[0] % 2 == 0 ? new OnnxFormat(Batch: 1 + choices[0] % 3) : null);
            WrittenRules.Hold(written);
            WrittenRules.HoldsParameters(written);
        },
        number: 200);

    /// <summary>Each number adds a layer, or a few, that fit what is there.</summary>
    internal static Graph Of(int[] choices)
    {
        var graph = new GraphBuilder(new MapShape(4 + choices[0] % 5, 6 + choices[0] % 7, 6 + choices[0] % 4));
        int x = graph.Convolution(graph.Input, 4);
        foreach (int choice in choices)
            x = Next(graph, x, choice % Kinds, choice / Kinds);
        return graph.Build("random");
    }

    private static int Next(GraphBuilder graph, int x, int kind, int number)
    {
        MapShape map = graph.ShapeOf(x);
        int channels = map.Channels, stride = 1 + number % 2;
        bool isWide = map is { Height: > 2, Width: > 2 };
        BiasSource bias = (BiasSource)(number % 3);
        switch (kind)
        {
            case 0:
                return graph.Convolution(x, 1 + number % 9, new Window(1, stride, Padding.None), bias: bias);
            case 1:
                return graph.Convolution(x, 1 + number % 9, new Window(3, stride, Padding.Same(map, 3, stride)), bias: bias);
            case 2:
                return graph.Convolution(x, channels, new Window(3, stride, Padding.Around(1)), channels, bias);
            case 3:
                return graph.Convolution(x, 2 * channels, new Window(1, 1, Padding.None), channels % 2 == 0 ? 2 : 1, bias);
            case 4 when isWide:
                return graph.MaxPooling(x, 3, stride, 1);
            case 5 when isWide:
                return graph.Add(new AveragePooling(new Window(3, stride, Padding.Around(1)), number % 2 == 0), x);
            case 6:
                return graph.BatchNormalization(x);
            case 7:
                return graph.Add((number % 6) switch { 0 => new ReLU(), 1 => new ReLU6(), 2 => new Sigmoid(), 3 => new HardSigmoid(), 4 => new HardSwish(), _ => new SiLU() }, x);
            case 8:
                return graph.Sum(x, graph.Convolution(x, channels));
            case 9:
                return graph.Sum(x, graph.ReLU(x), graph.Convolution(x, channels));
            case 10:
                return graph.Concatenation(x, graph.Convolution(x, 1 + number % 3));
            case 11 when channels > 1:
                int first = 1 + number % (channels - 1);
                return graph.Concatenation(graph.Slice(x, first, channels - first), graph.ReLU(graph.Slice(x, 0, first)));
            case 12 when channels % 2 == 0:
                return graph.Concatenation(graph.Every(x, 2, 0), graph.ReLU(graph.Every(x, 2, 1)));
            case 13:
                return graph.Shuffle(x, channels % 3 == 0 ? 3 : channels % 2 == 0 ? 2 : 1);
            case 14:
                return graph.Add(ChannelSelection.Gather(channels, Enumerable.Range(0, 1 + number % 6).Select(i => (i * 7 + number) % channels)), x);
            case 15:
                int squeezed = graph.ReLU(graph.FullyConnected(graph.GlobalAveragePooling(x), 1 + number % 4, bias));
                return graph.Add(new ChannelScaling(), x, graph.Add(new HardSigmoid(), graph.FullyConnected(squeezed, channels)));
            case 16:
                return graph.Add(new LocalResponseNormalization(3, 0.1, 0.75, 1), x);
            case 17 when isWide:
                return graph.Convolution(x, 1 + number % 5, new Window(1, 2, new Padding(-1, -1, 1, 1)), bias: bias);
            case 18 when number % 4 == 0:
                return graph.FullyConnected(x, 2 + number % 7, bias);
            default:
                return graph.ReLU(x);
        }
    }
}
