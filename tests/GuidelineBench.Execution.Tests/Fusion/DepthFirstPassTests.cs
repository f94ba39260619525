using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Fusion;

namespace GuidelineBench.Execution.Tests.Fusion;

public sealed class DepthFirstPassTests
{
    [Fact]
    public void AChainOfPointwiseLayersIsOneRun()
    {
        Graph graph = Table1.Experiment.Cell(Table1.Experiment.Rows[0], Scale.X1, ChannelSetting.Cpu).Graph;

        ImmutableArray<PlanStep> run = Assert.Single(Runs(graph, fuse: true));

        Assert.Equal(20, run.Length);
        PlanStep merged = DepthFirstPass.Merge(run);
        Assert.Equal([graph.Input.Index], merged.Inputs);
        Assert.Equal(graph.Output.Index, merged.Output);
        Assert.Equal(Enumerable.Range(1, 20), merged.Nodes);
    }

    /// <summary>The unit's output is read again by the next shortcut, so it has to be whole; the 3x3 needs its input whole.</summary>
    [Fact]
    public void ABottleneckRunsFromThe3x3ToTheSum()
    {
        ExperimentRow row = Table4.Experiment.Rows.Single(candidate => candidate.Label == "relu=yes,shortcut=yes");
        Graph graph = Table4.Experiment.Cell(row, Scale.X1, ChannelSetting.Cpu).Graph;

        ImmutableArray<ImmutableArray<PlanStep>> runs = Runs(graph, fuse: true);

        Assert.Equal(20, runs.Length);
        Assert.Equal([1, 2, 1, 2], runs.Take(4).Select(run => run.Length));
        Assert.Equal("conv3x3 8->8 + relu", runs[1][0].Name);
        Assert.Equal("conv1x1 8->32 + sum + relu", runs[1][1].Name);
        // The 3x3's own input and the shortcut.
        Assert.Equal([2, 0], DepthFirstPass.Merge(runs[1]).Inputs);
    }

    [Fact]
    public void WithoutShortcutThe3x3TakesTheNextUnitsFirstLayerToo()
    {
        ExperimentRow row = Table4.Experiment.Rows.Single(candidate => candidate.Label == "relu=no,shortcut=no");
        Graph graph = Table4.Experiment.Cell(row, Scale.X1, ChannelSetting.Cpu).Graph;

        Assert.Equal([1, .. Enumerable.Repeat(3, 9), 2], Runs(graph, fuse: true).Select(run => run.Length));
    }

    [Fact]
    public void BranchesThatMeetAreOneRun()
    {
        ExperimentRow row = Table3.Experiment.Rows.Single(candidate => candidate.Label == "4-fragment-parallel");
        Graph graph = Table3.Experiment.Cell(row, Scale.X1, ChannelSetting.Cpu).Graph;

        Assert.Equal(40, Assert.Single(Runs(graph, fuse: true)).Length);
        Assert.Equal(50, Assert.Single(Runs(graph, fuse: false)).Length);
    }

    /// <summary>Layers of 1024 weights: three fit into 4000 of them, and one alone may have more than are allowed.</summary>
    [Theory]
    [InlineData(4000, new[] { 3, 3, 3, 3, 3, 3, 2 })]
    [InlineData(20 * 1024, new[] { 20 })]
    [InlineData(20 * 1024 - 1, new[] { 19, 1 })]
    [InlineData(1000, new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 })]
    public void ARunEndsWhereItsWeightsWouldBeTooMany(long mostWeights, int[] lengths)
    {
        Graph graph = Table1.Experiment.Cell(Table1.Experiment.Rows[0], Scale.X1, ChannelSetting.Cpu).Graph;

        Assert.Equal(lengths, DepthFirstPass.Runs(graph, FusionPass.Steps(graph, true), mostWeights: mostWeights).Select(run => run.Length));
    }

    /// <summary>A branch's result that waits for its sum may not be left in the scratch of a run that ends before the sum.</summary>
    [Fact]
    public void ARunOfBranchesEndsBetweenBlocks()
    {
        ExperimentRow row = Table3.Experiment.Rows.Single(candidate => candidate.Label == "4-fragment-parallel");
        Graph graph = Table3.Experiment.Cell(row, Scale.X1, ChannelSetting.Cpu).Graph;

        // A block of four layers of 1024 weights.
        ImmutableArray<ImmutableArray<PlanStep>> runs = DepthFirstPass.Runs(graph, FusionPass.Steps(graph, true), mostWeights: 6 * 1024);

        Assert.All(runs, run => Assert.Equal(4, run.Length));
    }

    /// <summary>A value that a later 3x3 reads as well may not stay in a run's scratch.</summary>
    [Fact]
    public void AValueThatIsReadLaterEndsTheRun()
    {
        var builder = new GraphBuilder(new MapShape(4, 5, 5));
        int a = builder.Convolution(builder.Input, 4);
        int b = builder.Convolution(a, 4);
        int c = builder.Convolution(b, 4, kernelSize: 3);
        builder.Sum(c, a);
        Graph graph = builder.Build("later");

        Assert.Equal([1, 1, 1], Runs(graph, fuse: true).Select(run => run.Length));
        Assert.Equal([1, 1, 2], Runs(graph, fuse: false).Select(run => run.Length));
    }

    private static ImmutableArray<ImmutableArray<PlanStep>> Runs(Graph graph, bool fuse) =>
        DepthFirstPass.Runs(graph, FusionPass.Steps(graph, fuse));
}
