using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Fusion;

namespace GuidelineBench.Execution.Tests.Buffers;

public sealed class BufferPlanTests
{
    [Fact]
    public void AChainNeedsItsInputAndTwoMore()
    {
        BufferPlan plan = Plan(steps: [Step(1, 0), Step(2, 1), Step(3, 2), Step(4, 3)], output: 4, bytes: [10, 40, 10, 40, 10]);

        Assert.Equal([10, 40, 10], plan.BufferBytes);
        Assert.Equal([0, 1, 2, 1, 2], Enumerable.Range(0, 5).Select(node => plan[node]));
    }

    [Fact]
    public void AShortcutKeepsItsBufferUntilTheSum()
    {
        // 1 is the shortcut: 2 and 3 are computed while it waits, and 4 adds it.
        BufferPlan plan = Plan(steps: [Step(1, 0), Step(2, 1), Step(3, 2), Step(4, 3, 1), Step(5, 4)], output: 5, bytes: [8, 8, 8, 8, 8, 8]);

        Assert.Equal(4, plan.BufferBytes.Length);
        Assert.Equal(4, new[] { plan[0], plan[1], plan[2], plan[3] }.Distinct().Count());
        Assert.Equal(plan[2], plan[4]);
    }

    [Fact]
    public void ASumReplacesAnOperandThatNobodyReadsLater()
    {
        // 4 adds 1 to what it makes of 3; 5 adds 4, and 6 reads 4 as well, so 4 has to stay.
        ImmutableArray<PlanStep> steps = [Step(1, 0), Step(2, 1), Step(3, 2), Step(4, 3, 1), Step(5, 3, 4), Step(6, 5, 4)];

        BufferPlan plan = BufferPlan.Create(
            steps, inputNode: 0, outputNode: 6, _ => 8, overwritable: step => step.Inputs.Skip(1));

        Assert.Equal(plan[1], plan[4]);
        Assert.NotEqual(plan[4], plan[5]);
        Assert.Equal(plan[4], plan[6]);
        Assert.Equal(4, plan.BufferBytes.Length);
    }

    [Fact]
    public void NeitherTheInputNorAMapOfAnotherSizeIsReplaced()
    {
        BufferPlan plan = BufferPlan.Create(
            [Step(1, 0), Step(2, 1, 0), Step(3, 2, 1)], inputNode: 0, outputNode: 3, node => node == 3 ? 16 : 8,
            overwritable: step => step.Inputs.Skip(1));

        Assert.Equal(4, Enumerable.Range(0, 4).Select(node => plan[node]).Distinct().Count());
    }

    [Fact]
    public void ParallelBranchesLieSideBySide()
    {
        BufferPlan plan = Plan(steps: [Step(1, 0), Step(2, 0), Step(3, 0), Step(4, 1, 2, 3)], output: 4, bytes: [8, 8, 8, 8, 8]);

        Assert.Equal(5, plan.BufferBytes.Length);
        Assert.Equal(5, Enumerable.Range(0, 5).Select(node => plan[node]).Distinct().Count());
    }

    [Fact]
    public void ABufferIsAsLargeAsItsLargestMap()
    {
        BufferPlan plan = Plan(steps: [Step(1, 0), Step(2, 1), Step(3, 2), Step(4, 3)], output: 4, bytes: [4, 10, 30, 50, 20]);

        Assert.Equal([4, 50, 30], plan.BufferBytes);
    }

    [Fact]
    public void TheSmallestBufferThatFitsIsTaken()
    {
        // When 4 is computed, the buffers of 1 (100 bytes) and 2 (20 bytes) are free.
        BufferPlan plan = Plan(steps: [Step(1, 0), Step(2, 0), Step(3, 1, 2), Step(4, 3)], output: 4, bytes: [8, 100, 20, 30, 20]);

        Assert.Equal(plan[2], plan[4]);
        Assert.Equal([8, 100, 20, 30], plan.BufferBytes);
    }

    [Fact]
    public void AMapThatNobodyReadsIsNotOverwrittenBeforeItsOwnStepEnds()
    {
        BufferPlan plan = Plan(steps: [Step(1, 0), Step(2, 0)], output: 2, bytes: [8, 8, 8]);

        Assert.Equal(2, plan.BufferBytes.Length);
        Assert.Equal(plan[1], plan[2]);
    }

    [Fact]
    public void ANodeInsideAStepHasNoBuffer()
    {
        BufferPlan plan = Plan(steps: [new PlanStep("conv + relu", [1, 2], [0])], output: 2, bytes: [8, 8, 8]);

        Assert.Throws<KeyNotFoundException>(() => plan[1]);
    }

    [Fact]
    public void OnRequestOnlyMapsOfOneSizeShareABuffer()
    {
        // When 3 is computed, the buffer of 1 is free and too large; when 4 is computed, it fits.
        BufferPlan plan = Plan(steps: [Step(1, 0), Step(2, 1), Step(3, 2), Step(4, 3)], output: 4, bytes: [9, 50, 20, 10, 50], sameSizeOnly: true);

        Assert.Equal([9, 50, 20, 10], plan.BufferBytes);
        Assert.Equal([0, 1, 2, 3, 1], Enumerable.Range(0, 5).Select(node => plan[node]));
    }

    /// <summary>Runs every experiment on paper: each buffer holds the name of the node that was last written to it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EveryStepOfTheExperimentsFindsItsInputs(bool fuse)
    {
        foreach (ExperimentCell cell in ExperimentCatalogue.All.SelectMany(e => e.Cells(ChannelSetting.Cpu, [Scale.X1])))
            FindsItsInputs(cell.Graph, fuse);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EveryStepOfRandomGraphsFindsItsInputs(bool fuse)
    {
        var random = new Random(1);
        for (int i = 0; i < 200; i++)
            FindsItsInputs(RandomGraph(random), fuse);
    }

    private static void FindsItsInputs(Graph graph, bool fuse)
    {
        ImmutableArray<PlanStep> steps = FusionPass.Steps(graph, fuse);
        BufferPlan plan = BufferPlan.Create(steps, graph.Input.Index, graph.Output.Index, node => graph.Nodes[node].Output.Elements);
        int[] held = new int[plan.BufferBytes.Length];
        held[plan[graph.Input.Index]] = graph.Input.Index;
        for (int run = 0; run < 2; run++)
        {
            foreach (PlanStep step in steps)
            {
                Assert.All(step.Inputs, input => Assert.Equal(input, held[plan[input]]));
                Assert.True(plan.BufferBytes[plan[step.Output]] >= graph.Nodes[step.Output].Output.Elements);
                held[plan[step.Output]] = step.Output;
                Assert.All(step.Inputs, input => Assert.Equal(input, held[plan[input]]));
            }

            Assert.Equal(graph.Output.Index, held[plan[graph.Output.Index]]);
            Assert.Equal(graph.Input.Index, held[plan[graph.Input.Index]]);
        }
    }

    private static Graph RandomGraph(Random random)
    {
        var graph = new GraphBuilder(new MapShape(2, 1, 1));
        int count = random.Next(1, 12);
        for (int node = 1; node <= count; node++)
        {
            int input = random.Next(node);
            switch (random.Next(3))
            {
                case 0: graph.Convolution(input, 2); break;
                case 1: graph.ReLU(input); break;
                default: graph.Sum(input, random.Next(node)); break;
            }
        }

        return graph.Build("random");
    }

    private static BufferPlan Plan(ImmutableArray<PlanStep> steps, int output, long[] bytes, bool sameSizeOnly = false) =>
        BufferPlan.Create(steps, inputNode: 0, output, node => bytes[node], sameSizeOnly: sameSizeOnly);

    private static PlanStep Step(int output, params int[] inputs) => new("step", [output], [.. inputs]);
}
