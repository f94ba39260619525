using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Analysis.Tests.CostModels;

public sealed class NetworkChargeTests
{
    [Fact]
    public void A_bottleneck_with_a_shortcut_is_charged_as_worked_out_by_hand()
    {
        var graph = new GraphBuilder(new MapShape(8, 4, 4));
        int y = graph.ReLU(graph.Convolution(graph.Input, 2));
        y = graph.DepthwiseConvolution(y, "depthwise");
        y = graph.ReLU(graph.Sum(graph.Convolution(y, 8), graph.Input));

        var charge = NetworkCharge.Of(graph.Build("unit"));

        Assert.Equal(["conv1x1 8->2 g=1 + relu", "conv3x3 2->2 g=2", "conv1x1 2->8 g=1 + sum + relu"], charge.Operators.Select(part => part.Name));
        // 16 pixels: 8 * 2 multiply-adds a pixel in each pointwise convolution; depthwise ones count in the paper's work alone.
        Assert.Equal(2 * 16 * 16, charge.Amounts[(int)CostTerm.MultiplyAdds]);
        Assert.Equal(2 * 16 * 16 + 16 * 2 * 9, charge.Work);
        // Maps in and out, weights and biases: 128 + 32 + 16 + 2 and 32 + 128 + 16 + 8 elements of 4 bytes.
        Assert.Equal(4 * (178 + 184), charge.Amounts[(int)CostTerm.ProductBytes]);
        Assert.Equal(4 * (32 + 32 + 18 + 2), charge.Amounts[(int)CostTerm.StreamedBytes]);
        // The shortcut that the sum reads.
        Assert.Equal(4 * 128, charge.Amounts[(int)CostTerm.ElementwiseBytes]);
        Assert.Equal(3, charge.Amounts[(int)CostTerm.Operators]);
        Assert.Equal(1, charge.Amounts[(int)CostTerm.Pass]);
    }

    [Fact]
    public void Unfused_the_same_has_element_wise_operators_of_their_own()
    {
        var graph = new GraphBuilder(new MapShape(8, 4, 4));
        int y = graph.ReLU(graph.Convolution(graph.Input, 2));
        graph.ReLU(graph.Sum(graph.Convolution(y, 8), graph.Input));

        var charge = NetworkCharge.Of(graph.Build("unit"), fused: false);

        Assert.Equal(5, charge.Amounts[(int)CostTerm.Operators]);
        // ReLU 32 in and out, sum of two maps of 128 into one, ReLU 128 in and out.
        Assert.Equal(4 * (64 + 384 + 256), charge.Amounts[(int)CostTerm.ElementwiseBytes]);
    }

    [Fact]
    public void An_activation_over_a_concatenation_streams_its_channels()
    {
        var graph = new GraphBuilder(new MapShape(4, 2, 2));
        graph.ReLU(graph.Concatenation(graph.Convolution(graph.Input, 4), graph.Input));

        var charge = NetworkCharge.Of(graph.Build("joined"));

        Assert.Equal(4 * (32 + 32), charge.Amounts[(int)CostTerm.StreamedBytes]);
        Assert.Equal(0, charge.Amounts[(int)CostTerm.ElementwiseBytes]);
    }

    [Fact]
    public void A_batch_repeats_maps_and_work_but_not_weights()
    {
        var graph = new GraphBuilder(new MapShape(8, 4, 4));
        graph.Convolution(graph.Input, 8);
        Graph built = graph.Build("one");

        var charge = NetworkCharge.Of(built, batch: 3);

        Assert.Equal(3 * 16 * 64, charge.Work);
        Assert.Equal(4 * (3 * 256 + 64 + 8), charge.Amounts[(int)CostTerm.ProductBytes]);
        Assert.Equal(1, charge.Amounts[(int)CostTerm.Operators]);
    }
}
