using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Fusion;

namespace GuidelineBench.Execution.Tests.Fusion;

public sealed class FusionPassTests
{
    private static readonly MapShape Shape = new(4, 3, 3);

    [Fact]
    public void UnfusedEveryNodeIsAStep()
    {
        Graph graph = Residual(relu: true);

        Assert.Equal(
            [
                "conv1x1 4->2 [1]<0",
                "relu [2]<1",
                "conv3x3 2->4 [3]<2",
                "sum [4]<3,0",
                "relu [5]<4",
            ],
            Texts(graph, fuse: false));
    }

    [Fact]
    public void AConvolutionTakesTheReLUBehindItAndTheLastOneTheShortcut() =>
        Assert.Equal(
            [
                "conv1x1 4->2 + relu [1,2]<0",
                "conv3x3 2->4 + sum + relu [3,4,5]<2,0",
            ],
            Texts(Residual(relu: true), fuse: true));

    [Fact]
    public void AShortcutWithoutReLU() =>
        Assert.Equal(
            [
                "conv1x1 4->2 [1]<0",
                "conv3x3 2->4 + sum [2,3]<1,0",
            ],
            Texts(Residual(relu: false), fuse: true));

    [Fact]
    public void AChainOfConvolutionsStaysAsItIs()
    {
        var graph = new GraphBuilder(Shape);
        graph.Convolution(graph.Convolution(graph.Input, 8), 4, groups: 2);

        Assert.Equal(["conv1x1 4->8 [1]<0", "conv1x1 8->4 g=2 [2]<1"], Texts(graph.Build("chain"), fuse: true));
    }

    [Fact]
    public void TheLastOfParallelBranchesTakesTheSum()
    {
        var graph = new GraphBuilder(Shape);
        int a = graph.Convolution(graph.Input, 4);
        int b = graph.Convolution(graph.Input, 4);
        int c = graph.Convolution(graph.Input, 4);
        graph.Convolution(graph.Sum(a, b, c), 5);

        Assert.Equal(
            ["conv1x1 4->4 [1]<0", "conv1x1 4->4 [2]<0", "conv1x1 4->4 + sum [3,4]<0,1,2", "conv1x1 4->5 [5]<4"],
            Texts(graph.Build("parallel"), fuse: true));
    }

    [Fact]
    public void TheLastBranchTakesTheSumWhateverTheOrderOfOperands()
    {
        var graph = new GraphBuilder(Shape);
        int a = graph.Convolution(graph.Input, 4);
        int b = graph.Convolution(graph.Input, 4);
        graph.Sum(b, a, graph.Input);

        Assert.Equal(["conv1x1 4->4 [1]<0", "conv1x1 4->4 + sum [2,3]<0,1,0"], Texts(graph.Build("parallel"), fuse: true));
    }

    [Fact]
    public void ABranchWhoseReLUStandsLaterInTheGraphIsStillReadyForTheSum()
    {
        var graph = new GraphBuilder(Shape);
        int a = graph.Convolution(graph.Input, 4);
        int b = graph.Convolution(graph.Input, 4);
        int activated = graph.ReLU(a);
        graph.Sum(activated, b);

        Assert.Equal(["conv1x1 4->4 + relu [1,3]<0", "conv1x1 4->4 + sum [2,4]<0,3"], Texts(graph.Build("interleaved"), fuse: true));
    }

    [Fact]
    public void AnActivatedBranchDoesNotTakeTheSum()
    {
        var graph = new GraphBuilder(Shape);
        int a = graph.ReLU(graph.Convolution(graph.Input, 4));
        graph.Sum(a, graph.Input);

        Assert.Equal(["conv1x1 4->4 + relu [1,2]<0", "sum [3]<2,0"], Texts(graph.Build("activated"), fuse: true));
    }

    [Fact]
    public void AMapThatIsReadTwiceIsNotTakenPast()
    {
        var graph = new GraphBuilder(Shape);
        int a = graph.Convolution(graph.Input, 4);
        int b = graph.Convolution(graph.ReLU(a), 4);
        graph.Sum(b, a);

        Assert.Equal(
            ["conv1x1 4->4 [1]<0", "relu [2]<1", "conv1x1 4->4 + sum [3,4]<2,1"],
            Texts(graph.Build("two readers"), fuse: true));
    }

    [Fact]
    public void ASumOfAMapWithItselfReadsItFromMemory()
    {
        var graph = new GraphBuilder(Shape);
        int a = graph.Convolution(graph.Input, 4);
        graph.Sum(a, a);

        Assert.Equal(["conv1x1 4->4 [1]<0", "sum [2]<1,1"], Texts(graph.Build("double"), fuse: true));
    }

    [Fact]
    public void ASumWhoseOtherOperandComesLaterIsAStepOfItsOwn()
    {
        var graph = new GraphBuilder(Shape);
        int a = graph.Convolution(graph.Input, 4);
        int b = graph.ReLU(graph.Input);
        graph.ReLU(graph.Sum(a, b));

        Assert.Equal(["conv1x1 4->4 [1]<0", "relu [2]<0", "sum + relu [3,4]<1,2"], Texts(graph.Build("late"), fuse: true));
    }

    [Fact]
    public void ADiamondReadsTheSharedMapFromMemory()
    {
        var graph = new GraphBuilder(Shape);
        int top = graph.ReLU(graph.Convolution(graph.Input, 4));
        int left = graph.ReLU(graph.Convolution(top, 4));
        int right = graph.Convolution(top, 4);
        graph.ReLU(graph.Sum(left, right));

        Assert.Equal(
            ["conv1x1 4->4 + relu [1,2]<0", "conv1x1 4->4 + relu [3,4]<2", "conv1x1 4->4 + sum + relu [5,6,7]<2,4"],
            Texts(graph.Build("diamond"), fuse: true));
    }

    [Fact]
    public void APoolingTakesTheActivationBehindIt()
    {
        var graph = new GraphBuilder(Shape);
        int pooled = graph.ReLU6(graph.AveragePooling(graph.Input, 3, 1, 1));
        graph.ReLU(graph.MaxPooling(pooled, 3, 1, 1));

        Assert.Equal(["avgpool3x3 + relu6 [1,2]<0", "maxpool3x3 + relu [3,4]<2"], Texts(graph.Build("pooled"), fuse: true));
    }

    /// <summary>Launches per network, counted by hand: convolutions, plus what cannot be fused (nothing).</summary>
    [Theory]
    [InlineData("table1", "1:6", true, 20)]
    [InlineData("table2", "g=8", true, 10)]
    [InlineData("table3", "4-fragment-parallel", true, 40)]
    [InlineData("table3", "4-fragment-parallel", false, 50)]
    [InlineData("table4", "relu=yes,shortcut=yes", true, 30)]
    [InlineData("table4", "relu=yes,shortcut=yes", false, 70)]
    [InlineData("table4", "relu=no,shortcut=yes", true, 30)]
    [InlineData("table4", "relu=no,shortcut=yes", false, 40)]
    public void LaunchesOfTheExperiments(string experiment, string row, bool fuse, int launches)
    {
        Experiment table = ExperimentCatalogue.Find(experiment)!;
        Graph graph = table.Cell(table.Rows.Single(r => r.Label == row), Scale.X1, ChannelSetting.Cpu).Graph;

        ImmutableArray<PlanStep> steps = FusionPass.Steps(graph, fuse);

        Assert.Equal(launches, steps.Length);
        Assert.Equal(Enumerable.Range(1, graph.Nodes.Length - 1), steps.SelectMany(step => step.Nodes).Order());
        Assert.Equal(graph.Output.Index, steps[^1].Output);
    }

    /// <summary>
    /// Counted by hand: ShuffleNet v1 has a stem with its pooling, three convolutions in each of 16 units, three poolings beside
    /// them, a mean and a fully connected layer; its shuffles and concatenations move nothing.
    /// </summary>
    [Theory]
    [InlineData("shufflenet_v1_1.0x_g3", 2 + 16 * 3 + 3 + 2)]
    [InlineData("shufflenet_v1_0.5x_g8", 2 + 16 * 3 + 3 + 2)]
    public void LaunchesOfNetworksWhoseUnitsEndInAnActivationBehindAConcatenation(string network, int launches)
    {
        Graph graph = FusionPass.Prepared(NetworkCatalogue.Find(network)!.Build(), fuseElementwise: true);

        ImmutableArray<PlanStep> steps = FusionPass.Steps(graph, fuseElementwise: true);

        Assert.Equal(launches, steps.Length);
        Assert.DoesNotContain(steps, step => graph.Nodes[step.Nodes[0]].Layer is Activation);
    }

    private static Graph Residual(bool relu)
    {
        var graph = new GraphBuilder(Shape);
        int y = graph.Convolution(graph.Input, 2);
        if (relu)
            y = graph.ReLU(y);
        int sum = graph.Sum(graph.Convolution(y, 4, kernelSize: 3), graph.Input);
        if (relu)
            graph.ReLU(sum);
        return graph.Build("residual");
    }

    private static IEnumerable<string> Texts(Graph graph, bool fuse) =>
        FusionPass.Steps(graph, fuse).Select(step => $"{step.Name} [{string.Join(',', step.Nodes)}]<{string.Join(',', step.Inputs)}");
}
