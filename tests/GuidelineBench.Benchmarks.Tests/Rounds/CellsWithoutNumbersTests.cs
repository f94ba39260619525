using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

public sealed class CellsWithoutNumbersTests : RunOfFourCells
{
    [Fact]
    public void AWrongPlanGetsNoNumber()
    {
        var recorder = new Recorder();
        ResultFile file = Run(
            Request() with
            {
                Backends = [new FakeBackend { Output = 7 }],
                Rows = ["1:1"],
                Verify = PlanVerification.MaxError,
            },
            recorder);

        CellResult cell = Assert.Single(file.Cells);
        Assert.StartsWith("its output is wrong: the largest error against Reference is ", cell.Skipped, StringComparison.Ordinal);
        Assert.True(cell.MaxError > OutputTolerance.Fp32);
        HasNoNumber(cell);
        Assert.Equal(cell.Skipped, Assert.Single(recorder.Skipped).Value);
        Assert.All(recorder.Order.Values, Assert.Empty);
        Assert.True(file.Complete);
    }

    [Fact]
    public void APlanWhoseOutputIsNotFiniteGetsNoNumber()
    {
        ResultFile file = Run(Request() with { Backends = [new FakeBackend { Output = float.NaN }], Rows = ["1:1"] });

        CellResult cell = Assert.Single(file.Cells);
        Assert.Equal("its output is not finite", cell.Skipped);
        HasNoNumber(cell);
    }

    [Fact]
    public void APlanThatCannotBeCompiledGetsItsReasonAndTheOthersTheirNumbers()
    {
        var backend = new FakeBackend { Refuses = graph => graph.Name == "table1/1:2/x1" };
        ResultFile file = Run(Request() with { Backends = [backend], Rounds = 2 });

        CellResult refused = Assert.Single(file.Cells, cell => cell.Skipped is not null);
        Assert.Equal("1:2", refused.Row);
        Assert.Equal("table1/1:2/x1 is refused", refused.Skipped);
        HasNoNumber(refused);
        Assert.All(file.Cells.Where(cell => cell != refused), cell => Assert.Equal(2, cell.Rounds.Length));
    }

    [Fact]
    public void APlanThatFailsWhileItIsMeasuredLosesItsNumbers()
    {
        // Preparing takes 6 forward passes, a quick round 2 or 3 more; so it fails in the second or third round.
        int passes = 0;
        var backend = new FakeBackend { Pass = Failing };
        ResultFile file = Run(Request() with { Backends = [backend], Rounds = 3 });

        CellResult failed = Assert.Single(file.Cells, cell => cell.Skipped is not null);
        Assert.Equal("1:6", failed.Row);
        Assert.Equal("it failed while it was measured: a fault", failed.Skipped);
        HasNoNumber(failed);
        Assert.All(file.Cells.Where(cell => cell != failed), cell => Assert.Equal(3, cell.Rounds.Length));

        Action Failing(Graph graph)
        {
            Action pass = Waiting.For(milliseconds: 5.5);
            return graph.Name != "table1/1:6/x1" ? pass : () =>
            {
                pass();
                if (++passes > 10)
                    throw new InvalidOperationException("a fault");
            };
        }
    }
}
