using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Reference.Tests;

/// <summary>Small numbers, worked by hand.</summary>
public sealed class DirectConvolutionTests
{
    private static readonly float[] OneToNine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Fact]
    public void PointwiseWeighsTheChannelsOfEachPixel()
    {
        // Pixels (1, 4) and (2, 5): 2 * 1 - 3 * 4 + 0.5 and 2 * 2 - 3 * 5 + 0.5.
        double[] output = Map(new Convolution(2, 1), new MapShape(2, 1, 2), [1, 2, 4, 5], weights: [2, -3], bias: [0.5f]);

        Assert.Equal([-9.5, -10.5], output);
    }

    [Fact]
    public void PointwiseWeightsAreByOutputChannel()
    {
        // One pixel (1, 10, 100).
        double[] output = Map(new Convolution(3, 2), new MapShape(3, 1, 1), [1, 10, 100], weights: [1, 2, 3, 4, 5, 6], bias: [0, 1000]);

        Assert.Equal([321, 1654], output);
    }

    [Fact]
    public void AGroupReadsItsOwnChannelsOnly()
    {
        // Groups (1, 10) and (100, 1000), two output channels each.
        double[] output = Map(
            new Convolution(4, 4, groups: 2), new MapShape(4, 1, 1), [1, 10, 100, 1000],
            weights: [1, 2, 3, 4, 5, 6, 7, 8], bias: [0, 0, 0, 1]);

        Assert.Equal([21, 43, 6500, 8701], output);
    }

    [Fact]
    public void AKernelOfOnesCountsWhatLiesInsideTheMap()
    {
        double[] output = Map(new Convolution(1, 1, kernelSize: 3), new MapShape(1, 3, 3), OneToNine, weights: [1, 1, 1, 1, 1, 1, 1, 1, 1], bias: [0]);

        // Corners see four values, edges six, the centre nine.
        Assert.Equal([12, 21, 16, 27, 45, 33, 24, 39, 28], output);
    }

    [Fact]
    public void TheKernelIsNotMirrored()
    {
        // The only weight is in the first row and the last column: the neighbour above on the right.
        double[] output = Map(new Convolution(1, 1, kernelSize: 3), new MapShape(1, 3, 3), OneToNine, weights: [0, 0, 1, 0, 0, 0, 0, 0, 0], bias: [0]);

        Assert.Equal([0, 0, 0, 2, 3, 0, 5, 6, 0], output);
    }

    [Fact]
    public void RowsAndColumnsOfAMapThatIsNotSquare()
    {
        // The only weight is in the last row and the middle column: the value below. The map has 2 rows of 3.
        double[] output = Map(new Convolution(1, 1, kernelSize: 3), new MapShape(1, 2, 3), [1, 2, 3, 4, 5, 6], weights: [0, 0, 0, 0, 0, 0, 0, 1, 0], bias: [0]);

        Assert.Equal([4, 5, 6, 0, 0, 0], output);
    }

    [Fact]
    public void OnASinglePixelOnlyTheKernelsCentreCounts()
    {
        double[] output = Map(new Convolution(1, 1, kernelSize: 5), new MapShape(1, 1, 1), [3], [.. Enumerable.Range(1, 25).Select(i => (float)i)], bias: [1]);

        // The centre of 1..25 is 13.
        Assert.Equal([40], output);
    }

    [Fact]
    public void Dense3x3AddsOverItsInputChannels()
    {
        // On single pixels the centres 5 and 50 count: 5 * 2 + 50 * 3.
        double[] output = Map(
            new Convolution(2, 1, kernelSize: 3), new MapShape(2, 1, 1), [2, 3],
            weights: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90], bias: [0]);

        Assert.Equal([160], output);
    }

    [Fact]
    public void DepthwiseKeepsChannelsApart()
    {
        // Channel 0 takes its left neighbour, channel 1 ten times its own value.
        double[] output = Map(
            new Convolution(2, 2, kernelSize: 3, groups: 2), new MapShape(2, 1, 3), [1, 2, 3, 4, 5, 6],
            weights: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0], bias: [0, 0.5f]);

        Assert.Equal([0, 1, 2, 40.5, 50.5, 60.5], output);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void AnIdentityKernelGivesTheInputBack(int kernelSize)
    {
        var convolution = new Convolution(3, 3, kernelSize);
        float[] weights = new float[convolution.WeightCount];
        int centre = kernelSize * kernelSize / 2;
        for (int channel = 0; channel < 3; channel++)
            weights[(channel * 3 + channel) * kernelSize * kernelSize + centre] = 1;
        float[] input = RandomValues(3 * 4 * 5, seed: 1);

        double[] output = Map(convolution, new MapShape(3, 4, 5), input, weights, bias: [0, 0, 0]);

        Assert.Equal(input.Select(value => (double)value), output);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 1)]
    [InlineData(3, 4)]
    public void LinearInTheInput(int kernelSize, int groups)
    {
        var convolution = new Convolution(4, 8, kernelSize, groups);
        var shape = new MapShape(4, 5, 3);
        float[] weights = RandomValues((int)convolution.WeightCount, seed: 2);
        float[] bias = new float[8];
        float[] a = RandomValues((int)shape.Elements, seed: 3), b = RandomValues((int)shape.Elements, seed: 4);
        // 2 a - 4 b, exact in float up to the last place.
        float[] mixed = [.. a.Zip(b, (x, y) => 2 * x - 4 * y)];

        double[] ofA = Map(convolution, shape, a, weights, bias), ofB = Map(convolution, shape, b, weights, bias);
        double[] ofMixed = Map(convolution, shape, mixed, weights, bias);

        for (int i = 0; i < ofMixed.Length; i++)
            Assert.Equal(2 * ofA[i] - 4 * ofB[i], ofMixed[i], 1e-5);
    }

    [Fact]
    public void SumsAreInDouble()
    {
        // In float 1e8 + 1 - 1e8 is 0.
        double[] output = Map(new Convolution(3, 1), new MapShape(3, 1, 1), [1e8f, 1, -1e8f], weights: [1, 1, 1], bias: [0]);

        Assert.Equal([1], output);
    }

    private static double[] Map(Convolution convolution, MapShape shape, float[] input, float[] weights, float[] bias)
    {
        double[] output = new double[convolution.OutputChannels * shape.Pixels];
        for (int pixel = 0; pixel < shape.Pixels; pixel++)
        {
            double[] patch = DirectConvolution.Patch(convolution, shape, input.AsSpan(), pixel);
            double[] column = DirectConvolution.Pixel(convolution, patch, weights, bias);
            for (int channel = 0; channel < column.Length; channel++)
                output[channel * shape.Pixels + pixel] = column[channel];
        }

        return output;
    }

    private static float[] RandomValues(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
