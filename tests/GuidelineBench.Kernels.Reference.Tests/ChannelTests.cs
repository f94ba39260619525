using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Reference.Tests;

/// <summary>Operators that move channels or work across them.</summary>
public sealed class ChannelTests
{
    [Fact]
    public void AShuffleIsTheChannelsViewedAsGroupsAndTransposed()
    {
        // 6 channels of 2 pixels, the value says both. As 3 groups of 2 they are read column by column.
        const int Groups = 3, PerGroup = 2;
        var builder = new GraphBuilder(new MapShape(6, 1, 2));
        builder.Shuffle(builder.Input, Groups);
        float[,,] view = new float[Groups, PerGroup, 2];
        for (int i = 0; i < view.Length; i++)
            view[i / (PerGroup * 2), i / 2 % PerGroup, i % 2] = i;
        float[] input = [.. view.Cast<float>()];
        var transposed = new List<double>();
        for (int inGroup = 0; inGroup < PerGroup; inGroup++)
        {
            for (int group = 0; group < Groups; group++)
                transposed.AddRange([view[group, inGroup, 0], view[group, inGroup, 1]]);
        }

        Assert.Equal(transposed, Last(builder, input));
    }

    [Fact]
    public void SelectionsTakeTheChannelsTheyName()
    {
        float[] input = [10, 11, 20, 21, 30, 31];

        Assert.Equal([20, 21, 30, 31], Selected(ChannelSelection.Slice(3, 1, 2)));
        Assert.Equal([10, 11, 30, 31], Selected(ChannelSelection.Every(3, 2, 0)));
        Assert.Equal([30, 31, 10, 11, 30, 31, 20, 21], Selected(ChannelSelection.Gather(3, [2, 0, 2, 1])));

        double[] Selected(ChannelSelection selection)
        {
            var builder = new GraphBuilder(new MapShape(3, 1, 2));
            builder.Add(selection, builder.Input);
            return Last(builder, input);
        }
    }

    [Fact]
    public void AConcatenationPutsOneMapBehindTheOtherInEachImage()
    {
        // Two images of one channel and two pixels; behind them their ReLU.
        var builder = new GraphBuilder(new MapShape(1, 1, 2));
        builder.Concatenation(builder.Input, builder.ReLU(builder.Input), builder.Input);

        Assert.Equal([1, -2, 1, 0, 1, -2, -3, 4, 0, 4, -3, 4], Last(builder, [1, -2, -3, 4], batch: 2));
    }

    [Fact]
    public void AScalingMultipliesEachChannelByItsFactor()
    {
        // The factors are the means: 2 and 20.
        var builder = new GraphBuilder(new MapShape(2, 1, 2));
        int factors = builder.Add(new GlobalAveragePooling(), builder.Input);
        builder.Add(new ChannelScaling(), builder.Input, factors);

        Assert.Equal([2, 6, 200, 600], Last(builder, [1, 3, 10, 30]));
    }

    [Fact]
    public void AResponseIsNormalisedByItsNeighboursOnBothSides()
    {
        // (1, 2, 3) with 3 neighbours, alpha 3, beta 1, offset 1: divided by 1 + 1 + 4, 1 + 1 + 4 + 9 and 1 + 4 + 9.
        double[] output = NeighbourNormalization.Of(new LocalResponseNormalization(3, 3, 1, 1), [1, 2, 3]);

        Near([1.0 / 6, 2.0 / 15, 3.0 / 14], output);
    }

    [Fact]
    public void AnEvenNumberOfNeighboursHasOneMoreInFront()
    {
        // With 2 neighbours and alpha 2: divided by 1 + 1, 1 + 1 + 4 and 1 + 4 + 9.
        double[] output = NeighbourNormalization.Of(new LocalResponseNormalization(2, 2, 1, 1), [1, 2, 3]);

        Near([1.0 / 2, 2.0 / 6, 3.0 / 14], output);
    }

    [Fact]
    public void TheExponentIsBeta()
    {
        // 8 / (2 + 1 / 1 * 64)^0.5 = 8 / sqrt(66).
        Near([8 / Math.Sqrt(66)], NeighbourNormalization.Of(new LocalResponseNormalization(1, 1, 0.5, 2), [8]));
    }

    [Fact]
    public void AFullyConnectedLayerReadsChannelRowColumn()
    {
        // 2 x 1 x 2: 1 * 1 + 2 * 10 + 3 * 100 + 4 * 1000 + 0.5, and the first element alone.
        var builder = new GraphBuilder(new MapShape(2, 1, 2));
        builder.FullyConnected(builder.Input, 2);

        double[][] outputs = ReferenceNetwork.Run(
            builder.Build("fc"), _ => ([1, 10, 100, 1000, 1, 0, 0, 0], [0.5f, 7]), [1, 2, 3, 4], batch: 1);

        Assert.Equal([4321.5, 8], outputs[1]);
    }

    private static double[] Last(GraphBuilder builder, float[] input, int batch = 1) =>
        ReferenceNetwork.Run(builder.Build("channels"), _ => throw new InvalidOperationException(), input, batch)[^1];

    private static void Near(double[] expected, double[] output)
    {
        Assert.Equal(expected.Length, output.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], output[i], 1e-15);
    }
}
