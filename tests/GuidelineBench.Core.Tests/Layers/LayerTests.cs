using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Tests.Layers;

public class LayerTests
{
    [Theory]
    [InlineData(0, 4, 1, 1, "positive channels and groups, not 0 -> 4, g=1")]
    [InlineData(4, -1, 1, 1, "positive channels and groups, not 4 -> -1, g=1")]
    [InlineData(4, 4, 1, 0, "positive channels and groups, not 4 -> 4, g=0")]
    [InlineData(4, 4, 2, 1, "kernel size is odd, not 2")]
    [InlineData(4, 4, 0, 1, "kernel size is odd, not 0")]
    [InlineData(4, 4, -1, 1, "kernel size is odd, not -1")]
    [InlineData(180, 180, 1, 8, "g=8 must divide both channel counts, 180 -> 180")]
    [InlineData(8, 12, 1, 8, "g=8 must divide both channel counts, 8 -> 12")]
    public void An_impossible_convolution_is_refused(int c1, int c2, int k, int g, string expected)
    {
        var error = Assert.Throws<ArgumentException>(() => new Convolution(c1, c2, k, g));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_convolution_refuses_a_map_of_other_channels()
    {
        var error = Assert.Throws<ArgumentException>(() => new Convolution(4, 8).OutputShape([new MapShape(5, 2, 2)]));

        Assert.Contains("conv1x1 4->8 g=1 takes 4 channels, not 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_of_one_input_refuse_two()
    {
        var map = new MapShape(4, 2, 2);

        Assert.Contains("takes one input, not 2", Assert.Throws<ArgumentException>(() => new ReLU().OutputShape([map, map])).Message, StringComparison.Ordinal);
        Assert.Contains("takes one input, not 0", Assert.Throws<ArgumentException>(() => new Convolution(4, 4).OutputShape([])).Message, StringComparison.Ordinal);
        Assert.Contains("takes no input", Assert.Throws<ArgumentException>(() => new Input(map).OutputShape([map])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_refuses_one_map_and_maps_of_different_shapes()
    {
        var map = new MapShape(4, 2, 2);

        Assert.Contains("two or more inputs, not 1", Assert.Throws<ArgumentException>(() => new Sum().OutputShape([map])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "one shape, not 4x2x2 and 4x2x3",
            Assert.Throws<ArgumentException>(() => new Sum().OutputShape([map, map with { Width = 3 }])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 8, 1, 1, ConvolutionKind.Pointwise)]
    [InlineData(8, 8, 1, 8, ConvolutionKind.GroupedPointwise)]
    [InlineData(8, 8, 3, 1, ConvolutionKind.Dense)]
    [InlineData(8, 8, 3, 4, ConvolutionKind.Grouped)]
    [InlineData(8, 16, 3, 8, ConvolutionKind.Grouped)]
    [InlineData(8, 8, 3, 8, ConvolutionKind.Depthwise)]
    public void The_kind_of_a_convolution_follows_its_numbers(int c1, int c2, int k, int g, ConvolutionKind expected) =>
        Assert.Equal(expected, new Convolution(c1, c2, k, g).Kind);
}
