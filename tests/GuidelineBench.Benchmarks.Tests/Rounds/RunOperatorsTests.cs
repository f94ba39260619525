using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

public sealed class RunOperatorsTests : RunOfFourCells
{
    [Fact]
    public void TheRunTimeOfNetworksIsSplitAfterTheLastRound()
    {
        var backend = new FakeBackend();
        var recorder = new Recorder();
        ResultFile file = Run(Request() with { Backends = [backend], Rows = ["1:1", "Small"], Networks = [Network("small", "Small")], Rounds = 2 }, recorder);

        Assert.Equal(["table1", "network:small"], file.Cells.Select(cell => cell.Experiment));
        Assert.Null(file.Cells[0].Operators);
        CellResult network = file.Cells[1];
        Assert.Equal(["conv", "element-wise"], network.Operators!.Value.Select(part => part.Class));
        Assert.Equal([RunPhase.Preparing, RunPhase.Ceilings, RunPhase.Measuring, RunPhase.Splitting], recorder.Phases);
        Assert.Equal(("Small", null, null, null), (network.Row, network.Scale, network.Setting, network.Guideline));
        Assert.Equal([16, 20], network.Input);
        Assert.Empty(network.Channels);
        Assert.Equal(2, network.Rounds.Length);
        Assert.True(network.PercentOfPeak > 0);
        // 16 x 20 pixels, 3 -> 5 channels.
        Assert.Equal(16L * 20 * 15, network.MultiplyAdds);
        Assert.Equal(ResultFileJson.Serialize(file), ResultFileJson.Serialize(Stored()));
    }

    [Fact]
    public void ARunThatIsStoppedBeforeItsOperatorsAreTimedIsResumedThere()
    {
        RunRequest request = Request() with { Experiments = [], Networks = [Network("small", "Small")], Rounds = 2 };
        using var cancellation = new CancellationTokenSource();
        var interrupted = new Recorder { OnPhase = phase => { if (phase == RunPhase.Splitting) cancellation.Cancel(); } };
        Assert.Throws<OperationCanceledException>(() => MeasurementRun.Run(request, interrupted, cancellation.Token));
        ResultFile stored = Stored();
        Assert.False(stored.Complete);
        Assert.Equal(2, stored.Cells[0].Rounds.Length);

        var resumed = new Recorder();
        ResultFile file = Run(request with { Resume = stored }, resumed);

        Assert.Empty(resumed.Order);
        Assert.True(file.Complete);
        Assert.Equal(stored.Cells[0].Rounds, file.Cells[0].Rounds);
        Assert.Equal(2, file.Cells[0].Operators!.Value.Length);
    }

    [Fact]
    public void ACellThatFailsWhenItsOperatorsAreTimedGetsNoNumber()
    {
        bool fails = false;
        var backend = new FakeBackend { Pass = _ => () => { if (fails) throw new InvalidOperationException("a fault"); } };
        var recorder = new Recorder { OnPhase = phase => fails = phase == RunPhase.Splitting };

        CellResult cell = Assert.Single(Run(Request() with { Backends = [backend], Experiments = [], Networks = [Network("small", "Small")], Rounds = 1 }, recorder).Cells);

        Assert.Equal("it failed while its operators were timed: a fault", cell.Skipped);
        HasNoNumber(cell);
    }
}
