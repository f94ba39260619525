using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Fusion;

namespace GuidelineBench.Kernels.Reference.Tests;

public sealed class ReferenceNetworkTests
{
    [Fact]
    public void AResidualUnitByHand()
    {
        // y = -2 x + 1, relu, sum with x, for x = (3, -1): y = (-5, 3), relu (0, 3), sum (3, 2).
        var builder = new GraphBuilder(new MapShape(1, 1, 2));
        int y = builder.ReLU(builder.Convolution(builder.Input, 1));
        builder.Sum(y, builder.Input);
        Graph graph = builder.Build("unit");

        double[][] outputs = ReferenceNetwork.Run(graph, _ => ([-2f], [1f]), [3, -1], batch: 1);

        Assert.Equal([3, -1], outputs[0]);
        Assert.Equal([-5, 3], outputs[1]);
        Assert.Equal([0, 3], outputs[2]);
        Assert.Equal([3, 2], outputs[3]);
    }

    [Fact]
    public void EachConvolutionHasItsOwnNumbers()
    {
        var builder = new GraphBuilder(new MapShape(1, 1, 1));
        builder.Convolution(builder.Convolution(builder.Input, 2), 1);
        Graph graph = builder.Build("chain");

        // 3 -> (30 + 1, 60 + 2) -> 31 * 1 + 62 * 100 + 5.
        double[][] outputs = ReferenceNetwork.Run(
            graph, node => node == 1 ? ([10f, 20f], [1f, 2f]) : ([1f, 100f], [5f]), [3], batch: 1);

        Assert.Equal([31, 62], outputs[1]);
        Assert.Equal([6236], outputs[2]);
    }

    [Fact]
    public void ImagesOfABatchAreApart()
    {
        // Taking the pixel on the right: at the end of an image there is zero, not the next image.
        var builder = new GraphBuilder(new MapShape(1, 1, 2));
        builder.Convolution(builder.Input, 1, kernelSize: 3);

        double[][] outputs = ReferenceNetwork.Run(
            builder.Build("batch"), _ => ([0, 0, 0, 0, 0, 1, 0, 0, 0], [0f]), [1, 2, 3, 4], batch: 2);

        Assert.Equal([2, 0, 4, 0], outputs[1]);
    }

    [Fact]
    public void TheOutputAloneIsThatOfTheWholeRun()
    {
        // The first ReLU is read at once and again at the end, the input twice by one node: maps that must not go early.
        var builder = new GraphBuilder(new MapShape(2, 1, 2));
        int first = builder.ReLU(builder.Input);
        int doubled = builder.Sum(builder.Input, builder.Input);
        builder.Sum(builder.ReLU6(builder.Sum(first, doubled)), first);
        Graph graph = builder.Build("shortcuts");

        // For 1, -2, 3, 4: relu 1 0 3 4; doubled 2 -4 6 8; sum 3 -4 9 12; relu6 3 0 6 6; sum 4 0 9 10.
        Assert.Equal([4, 0, 9, 10], ReferenceNetwork.Output(graph, _ => throw new InvalidOperationException(), [1, -2, 3, 4], batch: 1));
        Assert.Equal([4, 0, 9, 10], ReferenceNetwork.Run(graph, _ => throw new InvalidOperationException(), [1, -2, 3, 4], batch: 1)[^1]);
    }

    /// <summary>relu(concat(a, b)) with the relu moved to the parts, here a convolution and a pooling of one pixel each.</summary>
    [Fact]
    public void ANodesActivationIsAppliedToItsLayer()
    {
        var builder = new GraphBuilder(new MapShape(1, 1, 2));
        int negated = builder.Convolution(builder.Input, 1);
        builder.ReLU(builder.Concatenation(negated, builder.MaxPooling(builder.Input, 1, 1, 0)));
        Graph moved = EarlyActivations.Of(builder.Build("joined"));

        double[][] outputs = ReferenceNetwork.Run(moved, _ => ([-2f], [1f]), [3, -1], batch: 1);
        var pooled = new ReferencePixels(moved, [2], _ => throw new InvalidOperationException(), new Dictionary<int, ReadOnlyMemory<float>> { [0] = new float[] { 3, -1 } });

        // -2 * 3 + 1 = -5 and -2 * -1 + 1 = 3, rectified; the input, rectified.
        Assert.Equal([0, 3], outputs[1]);
        Assert.Equal([3, 0], outputs[2]);
        Assert.Equal([0, 3, 3, 0], outputs[4]);
        Assert.Equal([0], pooled.At(1));
    }

    [Fact]
    public void AnInputOfAnotherLengthIsRefused()
    {
        var builder = new GraphBuilder(new MapShape(2, 1, 1));
        builder.ReLU(builder.Input);
        Graph graph = builder.Build("relu");

        ArgumentException error = Assert.Throws<ArgumentException>(
            () => ReferenceNetwork.Run(graph, _ => throw new InvalidOperationException(), [1, 2, 3], batch: 2));

        Assert.StartsWith("2 x 2x1x1 has 4 elements, not 3.", error.Message, StringComparison.Ordinal);
    }
}
