using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Networks.Fusion;
using GuidelineBench.Execution.Fusion;

namespace GuidelineBench.Execution.Tests.Fusion;

/// <summary>Which activations reach the operators before a concatenation, seen in the steps of a fused plan.</summary>
public sealed class EarlyActivationsTests
{
    private static readonly MapShape Shape = new(4, 6, 6);

    /// <summary>ShuffleNet v1's unit of stride 2 (Zhang et al. 2018, Fig. 2 c).</summary>
    [Fact]
    public void EveryPartOfAConcatenationTakesTheReLUBehindIt()
    {
        var graph = new GraphBuilder(Shape);
        int main = graph.Convolution(graph.Input, 8, "main", 3, stride: 2);
        int pooled = graph.AveragePooling(graph.Input, 3, 2, 1);
        graph.Convolution(graph.ReLU(graph.Concatenation(pooled, main)), 5);

        Assert.Equal(
            ["conv3x3/2 pad=1,1,1,1 4->8 + relu [1]<0", "avgpool3x3/2 pad=1,1,1,1 + relu [2]<0", "conv1x1 12->5 [5]<4"],
            Texts(graph.Build("unit")));
    }

    [Fact]
    public void APartThatIsASumTakesItBehindTheSum()
    {
        var graph = new GraphBuilder(Shape);
        int main = graph.Sum(graph.Convolution(graph.Input, 4), graph.Input);
        graph.ReLU6(graph.Concatenation(graph.BatchNormalization(graph.Input), main));

        Assert.Equal(["conv1x1 4->4 + sum + relu6 [1,2]<0,0", "bn 4 + relu6 [3]<0"], Texts(graph.Build("sum")));
    }

    [Fact]
    public void ItPassesShufflesSplitsAndConcatenationsOfConcatenations()
    {
        var graph = new GraphBuilder(Shape);
        int a = graph.Slice(graph.Convolution(graph.Input, 8), 2, 4);
        int b = graph.Shuffle(graph.Concatenation(graph.Convolution(graph.Input, 3), graph.Convolution(graph.Input, 5)), 2);
        graph.ReLU(graph.Every(graph.Concatenation(a, b), 2, 0));

        Assert.Equal(["conv1x1 4->8 + relu [1]<0", "conv1x1 4->3 + relu [3]<0", "conv1x1 4->5 + relu [4]<0"], Texts(graph.Build("views")));
    }

    /// <summary>The unit of a ShuffleNet v2 that joins before its activation: what passes by has been through a ReLU at the end of the last unit.</summary>
    [Fact]
    public void APartThatHasBeenThroughTheSameActivationNeedsNoMore()
    {
        var graph = new GraphBuilder(Shape);
        int x = graph.ReLU(graph.Convolution(graph.Input, 8));
        int pass = graph.Slice(x, 0, 4), work = graph.Slice(x, 4, 4);
        graph.ReLU(graph.Concatenation(pass, graph.Convolution(work, 4)));

        Assert.Equal(["conv1x1 4->8 + relu [1,2]<0", "conv1x1 4->4 + relu [5]<4"], Texts(graph.Build("passed")));
    }

    /// <summary>DenseNet's maps are read by all layers behind them.</summary>
    [Fact]
    public void APartThatOthersReadStaysAsItIs()
    {
        var graph = new GraphBuilder(Shape);
        int a = graph.Convolution(graph.Input, 4), b = graph.Convolution(a, 4);
        graph.ReLU(graph.Concatenation(a, b));

        Assert.Equal(["conv1x1 4->4 [1]<0", "conv1x1 4->4 [2]<1", "relu [4]<3"], Texts(graph.Build("dense")));
    }

    [Fact]
    public void AConcatenationThatOthersReadStaysAsItIs()
    {
        var graph = new GraphBuilder(Shape);
        int both = graph.Concatenation(graph.Convolution(graph.Input, 4), graph.Convolution(graph.Input, 4));
        graph.Sum(graph.ReLU(both), both);

        Assert.Equal(["conv1x1 4->4 [1]<0", "conv1x1 4->4 [2]<0", "relu [4]<3", "sum [5]<4,3"], Texts(graph.Build("two readers")));
    }

    [Fact]
    public void AMapThatIsConcatenatedWithItselfStaysAsItIs()
    {
        var graph = new GraphBuilder(Shape);
        int a = graph.Convolution(graph.Input, 4);
        graph.ReLU(graph.Concatenation(a, a));

        Assert.Equal(["conv1x1 4->4 [1]<0", "relu [3]<2"], Texts(graph.Build("twice")));
    }

    public static TheoryData<Layer> NotEndingInAnActivation =>
        [new GlobalAveragePooling(), new LocalResponseNormalization(5, 1, 0.75, 1), new Sigmoid(), new ReLU6()];

    [Theory]
    [MemberData(nameof(NotEndingInAnActivation), DisableDiscoveryEnumeration = true)]
    public void AllPartsHaveToBeAbleToTakeIt(Layer layer)
    {
        var graph = new GraphBuilder(new MapShape(4, 1, 1));
        graph.ReLU(graph.Concatenation(graph.Convolution(graph.Input, 4), graph.Add(layer, graph.Input)));
        Graph built = graph.Build("one cannot");

        Assert.Same(built, EarlyActivations.Of(built));
    }

    [Fact]
    public void TheNetworksInputCannotTakeIt()
    {
        var graph = new GraphBuilder(Shape);
        graph.ReLU(graph.Concatenation(graph.Convolution(graph.Input, 4), graph.Input));
        Graph built = graph.Build("input");

        Assert.Same(built, EarlyActivations.Of(built));
    }

    [Fact]
    public void OfTwoActivationsOneAfterTheOtherOnlyTheFirstIsMoved()
    {
        var graph = new GraphBuilder(Shape);
        int both = graph.Concatenation(graph.Convolution(graph.Input, 4), graph.Convolution(graph.Input, 4));
        graph.ReLU(graph.Shuffle(graph.ReLU6(both), 2));

        Assert.Equal(["conv1x1 4->4 + relu6 [1]<0", "conv1x1 4->4 + relu6 [2]<0", "relu [6]<5"], Texts(graph.Build("two")));
    }

    /// <summary>Whose kernels have no such epilogue.</summary>
    [Fact]
    public void ASigmoidIsNotMoved()
    {
        var graph = new GraphBuilder(Shape);
        graph.Add(new Sigmoid(), graph.Concatenation(graph.Convolution(graph.Input, 4), graph.Convolution(graph.Input, 4)));
        Graph built = graph.Build("sigmoid");

        Assert.Same(built, EarlyActivations.Of(built));
    }

    [Fact]
    public void AnUnfusedPlanComputesTheGraphAsItIs()
    {
        Graph graph = NetworkCatalogue.Find("shufflenet_v1_1.0x_g3")!.Build();

        Assert.Same(graph, FusionPass.Prepared(graph, fuseElementwise: false));
    }

    [Theory]
    [InlineData("densenet_1.0x")]
    [InlineData("shufflenet_v2_1.0x")]
    [InlineData("condensenet_g4")]
    public void NetworksWithoutAnActivationBehindAConcatenationOfItsOwnStayAsTheyAre(string network)
    {
        Graph graph = NetworkCatalogue.Find(network)!.Build();

        Assert.Same(graph, EarlyActivations.Of(graph));
    }

    [Fact]
    public void AMovedActivationCountsInTheChecksum()
    {
        var graph = new GraphBuilder(Shape);
        graph.ReLU(graph.Concatenation(graph.Convolution(graph.Input, 4), graph.Convolution(graph.Input, 4)));
        Graph moved = EarlyActivations.Of(graph.Build("moved"));
        var without = new GraphBuilder(Shape);
        without.Slice(without.Concatenation(without.Convolution(without.Input, 4), without.Convolution(without.Input, 4)), 0, 8);

        Assert.NotEqual(without.Build("without").Checksum, moved.Checksum);
    }

    private static IEnumerable<string> Texts(Graph graph) =>
        FusionPass.Steps(FusionPass.Prepared(graph, fuseElementwise: true), fuseElementwise: true)
            .Select(step => $"{step.Name} [{string.Join(',', step.Nodes)}]<{string.Join(',', step.Inputs)}");
}
