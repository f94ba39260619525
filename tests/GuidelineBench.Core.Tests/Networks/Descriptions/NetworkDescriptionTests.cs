using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Networks.Descriptions;

namespace GuidelineBench.Core.Tests.Networks.Descriptions;

public sealed class NetworkDescriptionTests
{
    [Fact]
    public void A_chain_has_the_multiply_adds_worked_out_by_hand()
    {
        Graph graph = NetworkDescription.Parse(
            """
            # a small network
            input 3 32x24
            conv 8 kernel=3 stride=2 relu     # 16x12
            depthwise relu
            conv 16 groups=4
            mean
            fc 10
            """, "small");

        Assert.Equal("small", graph.Name);
        Assert.Equal(192 * (27 * 8 + 9 * 8 + 8 * 16 / 4) + 160, GraphCosts.Of(graph).MultiplyAdds);
        Assert.Equal(1, graph.Output.Output.Height);
    }

    [Fact]
    public void Names_make_branches_that_meet()
    {
        Graph graph = NetworkDescription.Parse(
            """
            input 16 8x8
            a: conv 16 relu
            left: slice 0 8
            right: slice 8 8 from=a
            work: conv 8 relu
            both: concat from=left,work
            shuffle 2
            b: conv 16
            sum from=b,both relu6
            maxpool kernel=3 stride=2
            """, "branches");

        Assert.Equal("16x4x4", graph.Output.Output.ToString());
        // Three pointwise convolutions: 16 -> 16, 8 -> 8 and 16 -> 16 at 64 pixels.
        Assert.Equal(64 * (256 + 64 + 256), GraphCosts.Of(graph).MultiplyAdds);
    }

    [Fact]
    public void A_described_network_is_the_graph_of_the_catalogue()
    {
        Graph stack = NetworkCatalogue.Find("mobilenet_v1_0.25")!.Build();
        string text = "input 3 224x224\nconv 8 kernel=3 stride=2 relu\n" + string.Concat(
            new[] { (16, 1), (32, 2), (32, 1), (64, 2), (64, 1), (128, 2), (128, 1), (128, 1), (128, 1), (128, 1), (128, 1), (256, 2), (256, 1) }
                .Select(layer => $"depthwise stride={layer.Item2} relu\nconv {layer.Item1} relu\n")) + "mean\nfc 1000\n";

        Assert.Equal(stack.Checksum, NetworkDescription.Parse(text, "mine").Checksum);
    }

    [Theory]
    [InlineData("", 1, 1, "no layers")]
    [InlineData("# nothing\n\n", 3, 1, "no layers")]
    [InlineData("input 3 8x8", 1, 1, "no layers")]
    [InlineData("conv 8", 1, 1, "the first layer is 'conv'; allowed: input CHANNELS HEIGHTxWIDTH")]
    [InlineData("input 3 8\nconv 8", 1, 9, "a size is HEIGHTxWIDTH")]
    [InlineData("input 3 8x0\nconv 8", 1, 11, "width is '0'; 1 to 4096 is allowed")]
    [InlineData("input 3\nconv 8", 1, 1, "input lacks its size")]
    [InlineData("input 3 8x8\n  convolution 8", 2, 3, "unknown operation 'convolution'; allowed: input, conv, depthwise")]
    [InlineData("input 3 8x8\nconv", 2, 1, "conv lacks its output channels")]
    [InlineData("input 3 8x8\nconv 8 groups=2", 2, 1, "g=2 must divide both channel counts, 3 -> 8")]
    [InlineData("input 3 8x8\nconv 8 stride=-1", 2, 15, "stride is '-1'; 1 to 255 is allowed")]
    [InlineData("input 3 8x8\nconv 8 stride=0", 2, 15, "stride is '0'; 1 to 255 is allowed")]
    [InlineData("input 3 8x8\nconv 8 groups=0", 2, 15, "groups is '0'; 1 to 16384 is allowed")]
    [InlineData("input 3 8x8\nconv 8 groups=-1", 2, 15, "groups is '-1'; 1 to 16384 is allowed")]
    [InlineData("input 3 8x8\nconv 8 groups=4294967297", 2, 15, "groups is '4294967297'; 1 to 16384 is allowed")]
    [InlineData("input 3 8x8\nconv 8 groups=", 2, 15, "groups is ''; 1 to 16384 is allowed")]
    [InlineData("input 3 8x8\nconv 8 kernel=0", 2, 15, "kernel is '0'; 1 to 255 is allowed")]
    [InlineData("input 3 8x8\nmaxpool kernel=0", 2, 16, "kernel is '0'; 1 to 255 is allowed")]
    [InlineData("input 3 8x8\ndepthwise stride=0", 2, 18, "stride is '0'; 1 to 255 is allowed")]
    [InlineData("input 3 8x8\nconv 8 padding=-1", 2, 16, "padding is '-1'; 0 to 255 is allowed")]
    [InlineData("input 3 8x8\nconv 8 kernel=3.0", 2, 15, "kernel is '3.0'; 1 to 255 is allowed")]
    // 127 x 129 x 16384^2 x 63^2 is 1.7e16.
    [InlineData("input 16384 127x129\nconv 16384 kernel=63", 2, 1, "its multiply-adds are too many; up to 4503599627370496 is allowed")]
    [InlineData("input 3 8x8\nconv 8 kernel=3 dilation=2", 2, 17, "conv does not take 'dilation'; allowed: CHANNELS kernel=")]
    [InlineData("input 3 8x8\nconv 8 gelu", 2, 8, "conv does not take 'gelu'")]
    [InlineData("input 3 8x8\nconv 8 9", 2, 8, "conv does not take '9'")]
    [InlineData("input 3 8x8\nconv 8 relu relu6", 2, 1, "one activation is allowed")]
    [InlineData("input 3 8x8\nconv 8 kernel=3 kernel=5", 2, 17, "'kernel' stands twice")]
    [InlineData("input 3 8x8\nconv 99999999999", 2, 6, "conv's output channels is '99999999999'; 1 to 16384 is allowed")]
    [InlineData("input 3 8x8\na: conv 8\na: conv 8", 3, 1, "'a' names a layer already")]
    [InlineData("input 3 8x8\nsum from=x,y", 2, 10, "no layer above is named 'x'")]
    [InlineData("input 3 8x8\na: conv 8\nb: conv 16\nsum from=a,nowhere", 4, 12, "no layer above is named 'nowhere'")]
    [InlineData("input 3 8x8\na: conv 8\nb: conv 16\nsum from=a,b", 4, 1, "maps of one shape")]
    [InlineData("input 3 8x8\na: conv 8\nb: conv 8\nconv 8 from=a,b", 4, 1, "conv reads one layer; from= names 2")]
    [InlineData("input 3 8x8\nmaxpool kernel=11 padding=0", 2, 1, "does not fit a map")]
    [InlineData("input 3 8x8\nslice 2 5", 2, 9, "slice's channels is '5'; 1 to 1 is allowed")]
    [InlineData("input 3 8x8\nshuffle 2", 2, 1, "2 groups must divide 3 channels")]
    [InlineData("input 3 8x8\ninput 3 8x8", 2, 1, "a second input")]
    [InlineData("input 3 8x8\nname:", 2, 1, "a name without an operation")]
    [InlineData("input 3 8x8\n: conv 8", 2, 1, "'' is no name")]
    public void An_error_names_line_and_column(string text, int line, int column, string message)
    {
        var error = Assert.Throws<DescriptionException>(() => NetworkDescription.Parse(text, "wrong"));

        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Sizes_and_counts_have_limits()
    {
        Assert.Contains("is too large", Refused("input 1000 4096x4096\nrelu").Message, StringComparison.Ordinal);
        // 2^31 elements, one too many for a fully connected layer.
        Assert.Contains("is too large", Refused("input 128 4096x4096\nfc 10").Message, StringComparison.Ordinal);
        Assert.Contains("one layer too many", Refused("input 3 8x8\n" + string.Concat(Enumerable.Repeat("relu\n", NetworkDescription.MostLayers))).Message, StringComparison.Ordinal);
        Assert.Contains("characters", Refused(new string(' ', NetworkDescription.MostCharacters + 1)).Message, StringComparison.Ordinal);
        Assert.Contains("too many", Refused("input 3 8x8\na: conv 16384\nconcat from=" + string.Join(',', Enumerable.Repeat("a", 100_000))).Message, StringComparison.Ordinal);
        Assert.Contains("too large", Refused("input 3 4096x4096\nconv 8 kernel=1 padding=255\nconv 16384 kernel=1").Message, StringComparison.Ordinal);

        static DescriptionException Refused(string text) => Assert.Throws<DescriptionException>(() => NetworkDescription.Parse(text, "large"));
    }

    /// <summary>Words of the language and noise in random order: a graph or an error with a place, nothing else, and soon.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_text_ends_in_a_graph_or_in_an_error_with_a_place(int seed)
    {
        string[] words =
        [
            "input", "conv", "depthwise", "maxpool", "avgpool", "mean", "fc", "relu", "relu6", "sum", "concat", "slice", "shuffle",
            "3", "8x8", "16", "0", "4096x4096", "-1", "kernel=3", "kernel=255", "stride=2", "padding=255", "groups=2", "from=a", "from=a,b", "a:", "b:", "=", ":", ",", "#",
            "\n", "\n", "\n", "\r\n", "\0", "\ud800", "kernel=", "from=", "\uFEFF", "99999999999999999999",
        ];
        var random = new Random(seed);
        int graphs = 0;
        for (int round = 0; round < 3000; round++)
        {
            string text = (round % 3 == 0 ? "" : "input 4 8x8\n") + string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));
            try
            {
                NetworkDescription.Parse(text, "noise");
                graphs++;
            }
            catch (DescriptionException error)
            {
                Assert.InRange(error.Line, 1, text.Count(letter => letter == '\n') + 1);
                Assert.InRange(error.Column, 1, text.Length + 1);
            }
        }

        Assert.NotEqual(0, graphs);
    }
}
