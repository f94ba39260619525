using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Reference.Tests;

public sealed class ReferencePixelsTests
{
    [Fact]
    public void AConvolutionWithSumAndReLUByHand()
    {
        // At the second pixel x = (2, 4) and the shortcut is (-9, 1): 2 + 10 * 4 - 9 = 33 and 2 - 4 + 1 = -1, so 0.
        var builder = new GraphBuilder(new MapShape(2, 1, 2));
        int shortcut = builder.ReLU(builder.Input);
        int sum = builder.Sum(builder.Convolution(builder.Input, 2), shortcut);
        builder.ReLU(sum);
        var step = new ReferencePixels(
            builder.Build("step"), [2, 3, 4], _ => ([1f, 10f, 1f, -1f], [0f, 0f]),
            Maps((0, [1, 2, 3, 4]), (shortcut, [7, -9, 7, 1])));

        Assert.Equal([33, 0], step.At(1));
    }

    [Fact]
    public void AnElementwiseStepReadsItsPixelOnly()
    {
        var builder = new GraphBuilder(new MapShape(1, 2, 2));
        builder.Sum(builder.Input, builder.Input, builder.Input);

        Assert.Equal([9], new ReferencePixels(builder.Build("sum"), [1], NoParameters, Maps((0, [1, 2, 3, 4]))).At(2));
    }

    [Fact]
    public void AnInputThatIsAChainOfViewsIsMadeOfTheMapsBehindIt()
    {
        // Input (1, 2), its ReLU, given as (10, 20): concatenated (1, 2, 10, 20), shuffled (1, 10, 2, 20), from 1 on
        // (10, 2, 20).
        var builder = new GraphBuilder(new MapShape(2, 1, 1));
        int relu = builder.ReLU(builder.Input);
        int view = builder.Slice(builder.Shuffle(builder.Concatenation(builder.Input, relu), 2), 1, 3);
        int last = builder.ReLU6(view);
        var step = new ReferencePixels(builder.Build("views"), [last], NoParameters, Maps((0, [1, 2]), (relu, [10, 20])));

        Assert.Equal([6, 2, 6], step.At(0));
    }

    [Fact]
    public void AMapInMemoryComesBeforeWhatItIsMadeOf()
    {
        var builder = new GraphBuilder(new MapShape(2, 1, 1));
        int slice = builder.Slice(builder.Input, 1, 1);
        int last = builder.ReLU(slice);

        Assert.Equal([7], new ReferencePixels(builder.Build("copied"), [last], NoParameters, Maps((0, [1, 2]), (slice, [7]))).At(0));
    }

    [Fact]
    public void WhatAStepComputesItselfIsNotReadFromMemory()
    {
        var builder = new GraphBuilder(new MapShape(1, 1, 1));
        int relu = builder.ReLU(builder.Input);
        int last = builder.ReLU6(relu);

        Assert.Equal([5], new ReferencePixels(builder.Build("chain"), [relu, last], NoParameters, Maps((0, [5]), (relu, [3]))).At(0));
    }

    [Fact]
    public void AMissingMapIsNamed()
    {
        var builder = new GraphBuilder(new MapShape(1, 1, 1));
        builder.ReLU6(builder.ReLU(builder.Input));
        var step = new ReferencePixels(builder.Build("missing"), [2], NoParameters, Maps((0, [5])));

        Assert.Equal("Node 1 (relu) is read by node 2 and is not in memory.", Assert.Throws<InvalidOperationException>(() => step.At(0)).Message);
    }

    /// <summary>A pixel at a time, a whole network as one step from its input: all layers, strides and windows behind windows.</summary>
    [Fact]
    public void EveryPixelAgreesWithTheWholeNetwork()
    {
        var builder = new GraphBuilder(new MapShape(4, 11, 9));
        int x = builder.ReLU(builder.Convolution(builder.Input, 6, new Window(3, 2, Padding.Around(1)), groups: 2));
        x = builder.BatchNormalization(builder.Add(new MaxPooling(new Window(3, 1, Padding.Around(1))), x));
        int pooled = builder.Add(new AveragePooling(new Window(3, 1, Padding.Around(1)), CountsPadding: false), x);
        x = builder.Shuffle(builder.Concatenation(builder.Slice(x, 1, 4), pooled), 2);
        int gate = builder.Add(new Sigmoid(), builder.FullyConnected(builder.Add(new GlobalAveragePooling(), x), 10));
        x = builder.Add(new ChannelScaling(), x, gate);
        x = builder.Add(new LocalResponseNormalization(5, 1, 0.75, 2), builder.Sum(x, builder.Convolution(x, 10, kernelSize: 3)));
        Graph graph = builder.Build("network");
        var random = new Random(5);
        float[] input = Values(4 * 11 * 9);
        var parameters = graph.WeightedLayers.ToDictionary(
            layer => layer.Node.Index, layer => (Values((int)layer.Layer.WeightCount), Values(layer.Layer.OutputChannels)));

        double[][] whole = ReferenceNetwork.Run(graph, node => parameters[node], input, batch: 1);
        var step = new ReferencePixels(graph, [.. Enumerable.Range(1, x)], node => parameters[node], Maps((0, input)));

        int pixels = graph.Output.Output.Pixels;
        Assert.Equal(30, pixels);
        for (int pixel = 0; pixel < pixels; pixel++)
        {
            double[] column = step.At(pixel);
            Assert.Equal(Enumerable.Range(0, 10).Select(channel => whole[x][channel * pixels + pixel]), column);
        }

        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    private static (float[] Weights, float[] Bias) NoParameters(int node) => throw new InvalidOperationException();

    private static Dictionary<int, ReadOnlyMemory<float>> Maps(params (int Node, float[] Values)[] maps) =>
        maps.ToDictionary(map => map.Node, map => new ReadOnlyMemory<float>(map.Values));
}
