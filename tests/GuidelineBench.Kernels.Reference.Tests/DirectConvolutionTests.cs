using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

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

    [Fact]
    public void AStrideTakesEveryNthPosition()
    {
        // Windows start one before the map and then at every second value: 0 1 2, 2 3 4, 4 5 0.
        double[] output = Row(new Window(3, 2, new Padding(1, 1, 1, 1)), [1, 2, 3, 4, 5], [1, 10, 100]);

        Assert.Equal([210, 432, 54], output);
    }

    [Fact]
    public void SamePaddingOfAnEvenMapIsOnTheRightAndTheBottom()
    {
        // TensorFlow's SAME with stride 2 on four values: nothing on the left, one zero on the right: 1 2 3, 3 4 0.
        var window = new Window(3, 2, Padding.Same(new MapShape(1, 4, 4), kernelSize: 3, stride: 2));

        Assert.Equal([321, 43], Row(window, [1, 2, 3, 4], [1, 10, 100]));
    }

    [Fact]
    public void NegativePaddingShiftsTheMap()
    {
        // As in NASNet's factorised reduction: the second, the fourth and, outside the map, the sixth value of each
        // second row; rows 1 and 3 of 5, and nothing of the sixth.
        float[] map = [.. Enumerable.Range(0, 25).Select(i => (float)i)];
        var convolution = new Convolution(1, 1, new Window(1, 2, new Padding(-1, -1, 1, 1)), 1, BiasSource.Bias);

        double[] output = Map(convolution, new MapShape(1, 5, 5), map, weights: [1], bias: [0]);

        Assert.Equal([6, 8, 0, 16, 18, 0, 0, 0, 0], output);
    }

    /// <summary>Over a map with its zeros written out, by the definition and index by index.</summary>
    [Theory]
    [InlineData(3, 2, 1, 1, 1, 1, 1)]
    [InlineData(3, 2, 0, 0, 1, 1, 6)]
    [InlineData(3, 1, 0, 2, 1, 0, 2)]
    [InlineData(3, 1, 1, 1, 1, 1, 3)]
    [InlineData(5, 3, 2, 1, 0, 2, 2)]
    [InlineData(7, 2, 3, 3, 3, 3, 1)]
    [InlineData(11, 4, 2, 2, 2, 2, 1)]
    [InlineData(1, 2, 0, 0, 0, 0, 3)]
    [InlineData(2, 2, 0, 0, 0, 0, 1)]
    public void EveryWindowAgreesWithTheDefinitionOverAPaddedMap(
        int kernelSize, int stride, int top, int left, int bottom, int right, int groups)
    {
        const int Height = 13, Width = 10;
        var convolution = new Convolution(
            6, 12, new Window(kernelSize, stride, new Padding(top, left, bottom, right)), groups, BiasSource.Bias);
        float[] input = RandomValues(6 * Height * Width, seed: 5), bias = RandomValues(12, seed: 6);
        float[] weights = RandomValues((int)convolution.WeightCount, seed: 7);
        int paddedHeight = Height + top + bottom, paddedWidth = Width + left + right;
        double[,,] padded = new double[6, paddedHeight, paddedWidth];
        for (int i = 0; i < input.Length; i++)
            padded[i / (Height * Width), top + i / Width % Height, left + i % Width] = input[i];

        var expected = new List<double>();
        int next = 0;
        for (int o = 0; o < 12; o++)
        {
            for (int y = 0; y + kernelSize <= paddedHeight; y += stride)
            {
                for (int x = 0; x + kernelSize <= paddedWidth; x += stride)
                {
                    double sum = bias[o];
                    next = o * (6 / groups) * kernelSize * kernelSize;
                    for (int i = 0; i < 6 / groups; i++)
                    {
                        for (int r = 0; r < kernelSize; r++)
                        {
                            for (int s = 0; s < kernelSize; s++)
                                sum += weights[next++] * padded[o / (12 / groups) * (6 / groups) + i, y + r, x + s];
                        }
                    }

                    expected.Add(sum);
                }
            }
        }

        double[] output = Map(convolution, new MapShape(6, Height, Width), input, weights, bias);

        Assert.Equal(weights.Length, next);
        Assert.Equal(expected.Count, output.Length);
        for (int i = 0; i < output.Length; i++)
            Assert.Equal(expected[i], output[i], 1e-12);
    }

    /// <summary>The first row of the result for a square map of equal rows and a kernel with weights in its middle row.</summary>
    private static double[] Row(Window window, float[] row, float[] weights)
    {
        var shape = new MapShape(1, row.Length, row.Length);
        float[] map = [.. Enumerable.Repeat(row, row.Length).SelectMany(values => values)];
        double[] output = Map(
            new Convolution(1, 1, window, 1, BiasSource.Bias), shape, map, [0, 0, 0, .. weights, 0, 0, 0], bias: [0]);
        return output[..window.OutputShape(shape).Width];
    }

    private static double[] Map(Convolution convolution, MapShape shape, float[] input, float[] weights, float[] bias)
    {
        var builder = new GraphBuilder(shape);
        builder.Add(convolution, builder.Input);
        return ReferenceNetwork.Run(builder.Build("convolution"), _ => (weights, bias), input, batch: 1)[1];
    }

    private static float[] RandomValues(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
