using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Reference.Tests;

public sealed class ReferencePixelTests
{
    [Fact]
    public void AConvolutionWithSumAndReLUByHand()
    {
        // At the second pixel x = (2, 4) and the shortcut is (-9, 1): 2 + 10 * 4 - 9 = 33 and 2 - 4 + 1 = -1, so 0.
        var builder = new GraphBuilder(new MapShape(2, 1, 2));
        int shortcut = builder.ReLU(builder.Input);
        int sum = builder.Sum(builder.Convolution(builder.Input, 2), shortcut);
        builder.ReLU(sum);
        Graph graph = builder.Build("step");
        float[] x = [1, 2, 3, 4], shortcutMap = [7, -9, 7, 1];

        double[] pixel = ReferencePixel.Compute(
            graph, [2, 3, 4], _ => ([1f, 10f, 1f, -1f], [0f, 0f]), node => node == 0 ? x : shortcutMap, pixel: 1);

        Assert.Equal([33, 0], pixel);
    }

    [Fact]
    public void AnElementwiseStepReadsItsPixelOnly()
    {
        var builder = new GraphBuilder(new MapShape(1, 2, 2));
        builder.Sum(builder.Input, builder.Input, builder.Input);
        float[] map = [1, 2, 3, 4];

        Assert.Equal([9], ReferencePixel.Compute(builder.Build("sum"), [1], _ => throw new InvalidOperationException(), _ => map, pixel: 2));
    }

    [Fact]
    public void EveryPixelAgreesWithTheWholeNetwork()
    {
        var builder = new GraphBuilder(new MapShape(4, 3, 5));
        builder.ReLU(builder.Sum(builder.Convolution(builder.Input, 4, kernelSize: 3, groups: 2), builder.Input));
        Graph graph = builder.Build("network");
        var random = new Random(5);
        float[] input = Values(60), weights = Values(72), bias = Values(4);

        double[][] whole = ReferenceNetwork.Run(graph, _ => (weights, bias), input, batch: 1);

        for (int pixel = 0; pixel < 15; pixel++)
        {
            double[] column = ReferencePixel.Compute(graph, [1, 2, 3], _ => (weights, bias), _ => input, pixel);
            Assert.Equal(Enumerable.Range(0, 4).Select(channel => whole[3][channel * 15 + pixel]), column);
        }

        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
