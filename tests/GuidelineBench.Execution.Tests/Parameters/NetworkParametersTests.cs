using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Reference;

namespace GuidelineBench.Execution.Tests.Parameters;

public sealed class NetworkParametersTests
{
    private const int Units = 60;

    [Fact]
    public void AChainWithoutActivationsStaysInScale() =>
        StaysInScale(new MapShape(16, 4, 4), (builder, x) => builder.Convolution(x, 16));

    [Fact]
    public void AChainWithReLUStaysInScale() =>
        StaysInScale(new MapShape(16, 4, 4), (builder, x) => builder.ReLU(builder.Convolution(x, 16, kernelSize: 3)));

    [Fact]
    public void ResidualSumsStayInScale() => StaysInScale(
        new MapShape(24, 6, 6),
        (builder, x) =>
        {
            int y = builder.ReLU(builder.Convolution(x, 12));
            y = builder.ReLU(builder.Convolution(y, 12, kernelSize: 3, groups: 3));
            return builder.ReLU(builder.Sum(builder.Convolution(y, 24), x));
        });

    [Fact]
    public void GatesOfSqueezeAndExcitationStayInScale() => StaysInScale(
        new MapShape(24, 6, 6),
        (builder, x) =>
        {
            int y = builder.Convolution(builder.ReLU(builder.Convolution(x, 24, kernelSize: 3, groups: 24)), 24);
            int gate = builder.FullyConnected(builder.Add(new GlobalAveragePooling(), y), 16);
            gate = builder.Add(new Sigmoid(), builder.FullyConnected(builder.ReLU(gate), 24));
            return builder.ReLU(builder.Sum(builder.Add(new ChannelScaling(), y, gate), x));
        });

    [Fact]
    public void DenseConcatenationsWithBatchNormsAheadStayInScale() => StaysInScale(
        new MapShape(8, 4, 4),
        (builder, x) => builder.Concatenation(x, builder.Convolution(builder.ReLU(builder.BatchNormalization(x)), 4, kernelSize: 3)));

    /// <summary>As in NASNet's cells, with two poolings of one map in one sum.</summary>
    [Fact]
    public void SumsOfPoolingsStayInScale() => StaysInScale(
        new MapShape(48, 6, 6),
        (builder, x) =>
        {
            var window = new Window(3, 1, Padding.Around(1));
            int y = builder.Convolution(builder.ReLU(x), 16), z = builder.Convolution(builder.ReLU(x), 16);
            int mean = builder.Add(new AveragePooling(window, CountsPadding: false), y);
            int twice = builder.Sum(mean, builder.Add(new AveragePooling(window, CountsPadding: false), y));
            int largest = builder.Sum(builder.Add(new MaxPooling(window), z), builder.Convolution(builder.ReLU(z), 16));
            return builder.Concatenation(builder.Sum(mean, z), twice, largest);
        });

    /// <summary>Gates and residuals, the most launches, dense concatenations, linear bottlenecks, LRN and large sums.</summary>
    [Theory]
    [InlineData("shufflenet_v2_2.0x_se_residual")]
    [InlineData("nasnet_a_4_1056")]
    [InlineData("condensenet_g4")]
    [InlineData("mobilenet_v2_0.4_160")]
    [InlineData("alexnet_2012")]
    public void NetworksOfTheCatalogueStayInScale(string name) => StaysInScale(NetworkCatalogue.Find(name)!.Build(), seed: 1);

    [Fact]
    public void EqualSeedsGiveEqualNumbersAndOthersOthers()
    {
        Graph graph = TwoLayers(BiasSource.Bias);

        LayerParameters first = NetworkParameters.Random(graph, seed: 5)[1], second = NetworkParameters.Random(graph, seed: 5)[1];
        LayerParameters other = NetworkParameters.Random(graph, seed: 6)[1];

        Assert.Equal(first.Weights, second.Weights);
        Assert.Equal(first.Bias, second.Bias);
        Assert.All(first.Weights.Zip(other.Weights), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void LayersOfOneShapeHaveNumbersOfTheirOwn()
    {
        NetworkParameters parameters = NetworkParameters.Random(TwoLayers(BiasSource.Bias), seed: 5);

        // Uniform and independent, so that the correlation of 4096 pairs has a standard error of 1/64.
        float[] first = parameters[1].Weights, second = parameters[2].Weights;
        double correlation = first.Zip(second, (a, b) => (double)a * b).Sum()
            / Math.Sqrt(first.Sum(a => (double)a * a) * second.Sum(b => (double)b * b));
        Assert.InRange(correlation, -4 / 64.0, 4 / 64.0);
    }

    [Theory]
    [InlineData(BiasSource.None, true)]
    [InlineData(BiasSource.Bias, false)]
    [InlineData(BiasSource.BatchNorm, false)]
    public void ALayerWithoutBiasHasZeros(BiasSource source, bool zero)
    {
        float[] bias = NetworkParameters.Random(TwoLayers(source), seed: 5)[2].Bias;

        Assert.Equal(64, bias.Length);
        Assert.Equal(zero, bias.All(value => value == 0));
    }

    [Fact]
    public void BehindAReLUTheVarianceIsTwoOverFanIn()
    {
        var builder = new GraphBuilder(new MapShape(64, 3, 3));
        builder.Convolution(builder.ReLU(builder.Convolution(builder.Input, 64)), 64);

        float[] weights = NetworkParameters.Random(builder.Build("relu"), seed: 5)[3].Weights;

        // Uniform: the square's standard deviation is 0.9 of its mean, over 4096 weights 1.4 %.
        Assert.Equal(2.0 / 64, weights.Average(weight => (double)weight * weight), 2.0 / 64 * 0.06);
    }

    [Fact]
    public void NumbersOfAnotherLengthAreRefused()
    {
        Graph graph = TwoLayers(BiasSource.Bias);
        LayerParameters right = new(new float[4096], new float[64]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => new NetworkParameters(
            graph, ImmutableDictionary<int, LayerParameters>.Empty.Add(1, right).Add(2, right with { Weights = new float[5] })));

        Assert.StartsWith("Node 2 (conv1x1 64->64 g=1) has 5 weights and 64 biases.", error.Message, StringComparison.Ordinal);
    }

    private static Graph TwoLayers(BiasSource source)
    {
        var builder = new GraphBuilder(new MapShape(64, 3, 3));
        var window = new Window(1, 1, Padding.None);
        builder.Convolution(builder.Convolution(builder.Input, 64, window, bias: source), 64, window, bias: source);
        return builder.Build("two layers");
    }

    /// <summary>The largest value of every node, over three seeds.</summary>
    private static void StaysInScale(MapShape shape, Func<GraphBuilder, int, int> unit)
    {
        var builder = new GraphBuilder(shape);
        int x = builder.Input;
        for (int i = 0; i < Units; i++)
            x = unit(builder, x);
        Graph graph = builder.Build("deep");
        for (int seed = 1; seed <= 3; seed++)
            StaysInScale(graph, seed);
    }

    private static void StaysInScale(Graph graph, int seed)
    {
        NetworkParameters parameters = NetworkParameters.Random(graph, seed);
        double[][] maps = ReferenceNetwork.Run(
            graph, node => (parameters[node].Weights, parameters[node].Bias), RandomMaps.Create(graph.Input.Output, 1, seed + 10), batch: 1);
        foreach (Node node in graph.Nodes)
        {
            double largest = maps[node.Index].Max(Math.Abs);
            Assert.True(largest is > 1e-3 and < 1e3, $"seed {seed}, node {node.Index}, {node.Layer.Signature}: {largest}");
        }
    }
}
