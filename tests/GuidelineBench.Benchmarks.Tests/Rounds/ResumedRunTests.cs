using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

public sealed class ResumedRunTests : RunOfFourCells
{
    [Fact]
    public void AResumedRunMakesExactlyTheMissingRoundsInTheirOrder()
    {
        var whole = new Recorder();
        Run(Request() with { Rounds = 4 }, whole);
        using var cancellation = new CancellationTokenSource();
        var interrupted = new Recorder { OnMeasured = round => CancelIn(round, 3, cancellation) };
        Assert.Throws<OperationCanceledException>(
            () => MeasurementRun.Run(Request() with { Rounds = 4 }, interrupted, cancellation.Token));

        ResultFile stored = Stored();
        Assert.False(stored.Complete);
        Assert.All(stored.Cells, cell => Assert.Equal(2, cell.Rounds.Length));
        Assert.Equal(2, stored.Conditions.ByRound.Length);

        var resumed = new Recorder();
        ResultFile file = Run(Request() with { Rounds = 4, Resume = stored }, resumed);

        Assert.Equal([3, 4], resumed.Order.Keys);
        Assert.Equal((4, 3, 4), resumed.Outline);
        Assert.Equal(whole.Order[3], resumed.Order[3]);
        Assert.Equal(whole.Order[4], resumed.Order[4]);
        Assert.True(file.Complete);
        Assert.Equal(4, file.Conditions.ByRound.Length);
        Assert.All(file.Cells.Zip(stored.Cells), pair =>
        {
            Assert.Equal(4, pair.First.Rounds.Length);
            Assert.Equal(pair.Second.Rounds[0], pair.First.Rounds[0]);
            Assert.Equal(pair.Second.Rounds[1], pair.First.Rounds[1]);
        });
    }

    [Fact]
    public void AResumedRunKeepsItsExecutions()
    {
        ResultFile stored = Run(Request() with { Orders = [ExecutionOrder.DepthFirst], Rounds = 1 }) with { Complete = false };
        var backend = new FakeBackend();

        RunRequest request = Request() with { Backends = [backend], Orders = [ExecutionOrder.DepthFirst], Rounds = 1, Resume = stored };
        Run(request);

        Assert.All(backend.Plans, plan => Assert.Equal(ExecutionOrder.DepthFirst, plan.Options.Order));
        Assert.Contains("table1/1:1/x1/cpu, fake, 1 thread, batch 1, fused, depth-first", Assert.Throws<RunException>(
            () => Run(request with { Orders = [ExecutionOrder.Layer] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunIsResumedOnItsOwnTermsOnly()
    {
        ResultFile stored = Run(Request() with { Rounds = 1 }) with { Complete = false };
        RunRequest request = Request() with { Rounds = 1, Resume = stored };

        Refused(request with { Seed = 99 }, "seed was 1 and is 99 now");
        Refused(request with { Rounds = 7 }, "number of rounds was 1 and is 7 now");
        Refused(request with { Rows = ["1:1"] }, "number of cells was 4 and is 1 now");
        Refused(request with { Scales = [Scale.X2] }, "cells was table1/1:1/x1/cpu, fake, 1 thread, batch 1, fused");
        Refused(request with { Resume = stored with { Machine = stored.Machine with { Host = "elsewhere" } } }, "host was elsewhere");
        Refused(request with { Resume = stored with { Machine = stored.Machine with { Isa = "AVX2" } } }, "instruction set was AVX2 and is none now");

        void Refused(RunRequest changed, string why) =>
            Assert.Contains(why, Assert.Throws<RunException>(() => Run(changed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunThatIsStoppedWhilePreparingWritesNothing()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => MeasurementRun.Run(
            Request(), new Recorder { OnPrepared = cancellation.Cancel }, cancellation.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(FolderPath));
    }

    [Fact]
    public void ACompleteRunIsNotMeasuredAgain()
    {
        ResultFile file = Run(Request() with { Rounds = 1 });
        var backend = new FakeBackend();

        ResultFile again = Run(Request() with { Backends = [backend], Rounds = 1, Resume = file });

        Assert.Same(file, again);
        Assert.Empty(backend.Plans);
    }

    private static void CancelIn(int round, int last, CancellationTokenSource cancellation)
    {
        if (round == last)
            cancellation.Cancel();
    }
}
