using GuidelineBench.Analysis.Advice;
using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Analysis.Tests.CostModels;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Analysis.Tests.Advice;

/// <summary>Prices are those of <see cref="PricedRun"/>, so that every saving can be worked out by hand.</summary>
public sealed class NetworkAdviceTests
{
    private const double ProductByte = 0.004, ElementwiseByte = 0.015, StreamedByte = 0.04, Operator = 900;

    private static readonly CostModel Model = CostModelFit.Of(PricedRun.File())[0];

    [Fact]
    public void Unequal_widths_save_the_bytes_that_equal_ones_do_not_move()
    {
        var graph = new GraphBuilder(new MapShape(16, 32, 32));
        int x = graph.Convolution(graph.Input, 16);
        graph.Convolution(x, 256);

        Offence offence = Assert.Single(Advise(graph));

        Assert.Equal("G1", offence.Guideline.Id);
        Assert.Equal("16->256 as 64->64", offence.Change);
        // 1024 pixels: 272 channels become 128, and biases 256 become 64; weights stay at 4096.
        Assert.Equal(ProductByte * 4 * (1024 * (272 - 128) + 256 - 64), offence.SavedNs, 1e-2);
        Assert.True(offence.IsCertain);
    }

    [Fact]
    public void Groups_save_the_wider_maps()
    {
        var graph = new GraphBuilder(new MapShape(64, 32, 32));
        graph.Convolution(graph.Convolution(graph.Input, 64), 64, groups: 4);

        Offence offence = Assert.Single(Advise(graph));

        Assert.Equal("G2", offence.Guideline.Id);
        Assert.Equal("64->64 g=4 as 32->32 without groups", offence.Change);
        // Weights 64 * 64 / 4 = 32 * 32; 32 channels less on both sides and 32 biases less.
        Assert.Equal(ProductByte * 4 * (1024 * 64 + 32), offence.SavedNs, 1e-2);
    }

    [Fact]
    public void Fragments_save_operators_and_repeated_reads()
    {
        var graph = new GraphBuilder(new MapShape(32, 32, 32));
        int x = graph.Convolution(graph.Input, 32);
        graph.Concatenation(graph.Convolution(x, 32), graph.Convolution(x, 32), graph.Convolution(x, 32));

        Offence offence = Assert.Single(Advise(graph));

        Assert.Equal("G3", offence.Guideline.Id);
        Assert.StartsWith("one convolution 32->96 in place of 3", offence.Change, StringComparison.Ordinal);
        Assert.Equal(2 * Operator + ProductByte * 4 * 2 * 32 * 1024, offence.SavedNs, 1e-2);
    }

    [Fact]
    public void Element_wise_operators_and_shortcuts_save_what_they_read_and_write()
    {
        var graph = new GraphBuilder(new MapShape(32, 32, 32));
        int x = graph.Convolution(graph.Input, 32);
        int y = graph.Sum(graph.Convolution(x, 32), x);
        graph.ReLU(graph.Concatenation(y, x));

        var offences = Advise(graph);

        Assert.Equal(["G4", "G4"], offences.Select(offence => offence.Guideline.Id));
        Assert.Equal(Operator + StreamedByte * 4 * 2 * 64 * 1024, offences[0].SavedNs, 1e-2);
        Assert.Equal(ElementwiseByte * 4 * 32 * 1024, offences[1].SavedNs, 1e-2);
    }

    [Fact]
    public void A_network_that_follows_the_guidelines_gets_no_advice()
    {
        var graph = new GraphBuilder(new MapShape(32, 16, 16));
        graph.ReLU(graph.Convolution(graph.ReLU(graph.Convolution(graph.Input, 32)), 32));

        Assert.Empty(Advise(graph));
    }

    [Fact]
    public void The_image_is_no_unequal_width()
    {
        var graph = new GraphBuilder(new MapShape(3, 64, 64));
        graph.Convolution(graph.Input, 64, kernelSize: 3);

        Assert.Empty(Advise(graph));
    }

    private static System.Collections.Immutable.ImmutableArray<Offence> Advise(GraphBuilder graph) =>
        NetworkAdvice.Of(Model, NetworkCharge.Of(graph.Build("described"))).Offences;
}
