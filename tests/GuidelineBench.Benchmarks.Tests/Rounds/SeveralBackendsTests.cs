using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

/// <summary>Runs of more than one backend, one of which shows nothing of itself.</summary>
public sealed class SeveralBackendsTests : RunOfFourCells
{
    private RunRequest Both => Request() with { Backends = [new FakeBackend(), new OpaqueBackend()], Rows = ["1:1", "1:12"], Rounds = 2 };

    [Fact]
    public void Cells_carry_theirs_and_share_the_ceilings_of_the_device()
    {
        ResultFile file = Run(Both);

        Assert.Equal(["fake", "fake", "opaque", "opaque"], file.Cells.Select(cell => cell.Backend));
        Assert.All(file.Cells, cell => Assert.Equal(2, cell.Rounds.Length));
        Assert.Equal("fake", Assert.Single(file.Ceilings).Backend);
        Assert.All(file.Cells, cell => Assert.NotNull(cell.PercentOfPeak));
        CellResult opaque = file.Cells[2];
        Assert.Equal((null, null, null), (opaque.Plan, opaque.Launches, opaque.Bytes));
        Assert.Equal(file.Cells.Select(CellKey.Of), Stored().Cells.Select(CellKey.Of));
    }

    [Fact]
    public void Long_passes_of_one_are_timed_by_operator_and_of_the_other_as_a_whole()
    {
        var stepped = new FakeBackend();
        ResultFile file = Run(Both with { Backends = [stepped, new OpaqueBackend()], Blocks = new BlockTerms(() => TimeSpan.FromSeconds(10), _ => new HashSet<(string, string)>()) });

        Assert.All(file.Cells, cell => Assert.Equal((null, BlockLooks.After[0]), (cell.Skipped, cell.Blocks.Length)));
        Assert.Equal(2, stepped.Plans.Where(plan => plan.StepsRun.Count > 0).Select(plan => plan.Graph.Name).Distinct().Count());
    }

    [Fact]
    public void Each_takes_the_ways_that_it_knows()
    {
        ResultFile file = Run(Both with { Threads = 2, Orders = [ExecutionOrder.Layer, ExecutionOrder.DepthFirst], Maths = [MathMode.Fp32, MathMode.Tf32], Rows = ["1:1"] });

        Assert.Equal(
            [("fake", 2, "layer", "fp32"), ("opaque", 1, "layer", "fp32"), ("fake", 2, "depth-first", "fp32")],
            file.Cells.Select(cell => (cell.Backend, cell.Threads, cell.Execution!, cell.Math!)));
    }

    [Fact]
    public void Without_a_device_there_are_no_ceilings()
    {
        ResultFile file = Run(Both with { Processor = null, Rounds = 1 });

        Assert.Empty(file.Ceilings);
        Assert.All(file.Cells, cell => Assert.Null(cell.PercentOfPeak));
        Assert.True(file.Complete);
    }
}
