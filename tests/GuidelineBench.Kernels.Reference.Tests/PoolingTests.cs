using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Reference.Tests;

/// <summary>Small numbers, worked by hand.</summary>
public sealed class PoolingTests
{
    private static readonly Window ThreeByTwo = new(3, 2, Padding.Around(1));
    private static readonly float[] OneToNine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Fact]
    public void TheLargestValueUnderEachWindow() =>
        Assert.Equal([5, 6, 8, 9], Of(new MaxPooling(ThreeByTwo), new MapShape(1, 3, 3), OneToNine));

    [Fact]
    public void PaddingIsNoValueOfAMaximum() =>
        Assert.Equal([-1, -2, -4, -5], Of(new MaxPooling(ThreeByTwo), new MapShape(1, 3, 3), [.. OneToNine.Select(value => -value)]));

    [Fact]
    public void ChannelsArePooledApart() =>
        Assert.Equal([4, 8], Of(new MaxPooling(new Window(2, 2, Padding.None)), new MapShape(2, 2, 2), [1, 2, 3, 4, 5, 6, 7, 8]));

    [Fact]
    public void AMeanThatCountsPaddingDividesByTheWholeWindow()
    {
        // The corners see 1 2 4 5, 2 3 5 6, 4 5 7 8 and 5 6 8 9.
        double[] output = Of(new AveragePooling(ThreeByTwo, CountsPadding: true), new MapShape(1, 3, 3), OneToNine);

        Assert.Equal([12.0 / 9, 16.0 / 9, 24.0 / 9, 28.0 / 9], output);
    }

    [Fact]
    public void AMeanOfTheMapsPixelsDividesByThoseInside() =>
        Assert.Equal([3, 4, 6, 7], Of(new AveragePooling(ThreeByTwo, CountsPadding: false), new MapShape(1, 3, 3), OneToNine));

    [Fact]
    public void SamePaddingIsOnTheRightAndTheBottom()
    {
        // 4 x 4 with stride 2: windows of rows and columns 0 to 2 and 2 to 3 of y * 4 + x.
        var shape = new MapShape(1, 4, 4);
        float[] map = [.. Enumerable.Range(0, 16).Select(i => (float)i)];
        var window = new Window(3, 2, Padding.Same(shape, kernelSize: 3, stride: 2));

        Assert.Equal([5, 6.5, 11, 12.5], Of(new AveragePooling(window, CountsPadding: false), shape, map));
        Assert.Equal([10, 11, 14, 15], Of(new MaxPooling(window), shape, map));
    }

    [Fact]
    public void TheMeanOfAWholeMap() =>
        Assert.Equal([3.5, 100], Of(new GlobalAveragePooling(), new MapShape(2, 2, 3), [1, 2, 3, 4, 5, 6, 100, 100, 100, 100, 100, 100]));

    private static double[] Of(Layer layer, MapShape shape, float[] input)
    {
        var builder = new GraphBuilder(shape);
        builder.Add(layer, builder.Input);
        return ReferenceNetwork.Run(builder.Build("pooling"), _ => throw new InvalidOperationException(), input, batch: 1)[1];
    }
}
