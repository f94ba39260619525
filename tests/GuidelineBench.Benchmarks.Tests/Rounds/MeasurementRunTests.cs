using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Memory;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Threads;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

public sealed class MeasurementRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EveryRoundVisitsAllCellsOnceInANewOrder()
    {
        var recorder = new Recorder();
        ResultFile file = Run(Request() with { Rounds = 3 }, recorder);

        string[] all = [.. recorder.Order[1].Order(StringComparer.Ordinal)];
        Assert.Equal(4, all.Distinct().Count());
        Assert.All(recorder.Order.Values, order => Assert.Equal(all, order.Order(StringComparer.Ordinal)));
        Assert.True(recorder.Order.Values.Select(order => string.Join(' ', order)).Distinct().Count() > 1);
        Assert.All(file.Cells, cell => Assert.Equal(3, cell.Rounds.Length));
        Assert.Equal([1, 2, 3], recorder.Finished);
        Assert.Equal((4, 1, 3), recorder.Outline);
        Assert.Equal([RunPhase.Preparing, RunPhase.Ceilings, RunPhase.Measuring], recorder.Phases);
        Assert.InRange(recorder.TimesLeft[^1].TotalMilliseconds, 0, 1);
    }

    [Fact]
    public void PlansAreCompiledOncePerRunAndDisposed()
    {
        var backend = new FakeBackend();
        Run(Request() with { Backend = backend, Rounds = 3 });

        Assert.Equal(4, backend.Plans.Count);
        Assert.All(backend.Plans, plan => Assert.True(plan.IsDisposed));
    }

    [Fact]
    public void TheFileOnDiskIsWhatIsReturned()
    {
        ResultFile file = Run(Request() with { Rounds = 1, Seed = 5, Command = "run --tables 1" });

        Assert.Equal([MeasurementRun.FileName], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
        Assert.Equal(ResultFileJson.Serialize(file), ResultFileJson.Serialize(Stored()));
        Assert.True(file.Complete);
        Assert.Equal(5, file.Seed);
        Assert.Equal(1, file.Rounds);
        Assert.Equal("run --tables 1", file.Command);
        Assert.NotNull(Assert.Single(file.Conditions.ByRound).ClockMHz);
        Assert.False(Directory.Exists("BenchmarkDotNet.Artifacts"));
    }

    [Fact]
    public void EachSampleLandsInItsOwnCell()
    {
        // A cell spins for half a millisecond for each channel of its input: no sample of its own can be shorter.
        var backend = new FakeBackend { Pass = graph => Spinning.For(ExpectedMs(graph.Input.Output.Channels)) };
        ResultFile file = Run(Request() with { Backend = backend, Rounds = 2 });

        Assert.Equal([32, 22, 13, 9], file.Cells.Select(cell => cell.Channels[0]));
        Assert.All(file.Cells, cell => Assert.All(cell.Rounds.SelectMany(round => round),
            sample => Assert.True(sample >= 1e6 * ExpectedMs(cell.Channels[0]))));
        // The widest cell spins for 16 ms and the others for 11, 6.5 and 4.5 ms: in the wrong cell a sample of the
        // narrowest would be too short.
        static double ExpectedMs(int channels) => channels / 2.0;
    }

    [Fact]
    public void EachCellOfARoundIsTimedAsOftenAsTheOthers()
    {
        ResultFile file = Run(Request() with { Rounds = 2 });

        for (int round = 0; round < 2; round++)
            Assert.InRange(Assert.Single(file.Cells.Select(cell => cell.Rounds[round].Length).Distinct()), 1, 2);
    }

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
    public void BothExecutionsAreCompiledAsNamedAndMeasuredInTheSameRounds()
    {
        var backend = new FakeBackend();
        var recorder = new Recorder();
        ResultFile file = Run(
            Request() with { Backend = backend, Orders = [ExecutionOrder.Layer, ExecutionOrder.DepthFirst], Rows = ["1:1", "1:12"], Rounds = 2 }, recorder);

        ExecutionOrder[] orders = [ExecutionOrder.Layer, ExecutionOrder.Layer, ExecutionOrder.DepthFirst, ExecutionOrder.DepthFirst];
        Assert.Equal(orders, backend.Plans.Select(plan => plan.Options.Order));
        Assert.Equal(["layer", "layer", "depth-first", "depth-first"], file.Cells.Select(cell => cell.Execution));
        Assert.All(recorder.Order.Values, order => Assert.Equal(4, order.Distinct().Count()));
        Assert.All(file.Cells, cell => Assert.Equal(2, cell.Rounds.Length));
    }

    [Fact]
    public void AResumedRunKeepsItsExecutions()
    {
        ResultFile stored = Run(Request() with { Orders = [ExecutionOrder.DepthFirst], Rounds = 1 }) with { Complete = false };
        var backend = new FakeBackend();

        RunRequest request = Request() with { Backend = backend, Orders = [ExecutionOrder.DepthFirst], Rounds = 1, Resume = stored };
        Run(request);

        Assert.All(backend.Plans, plan => Assert.Equal(ExecutionOrder.DepthFirst, plan.Options.Order));
        Assert.Contains("table1/1:1/x1 cpu fake fused depth-first", Assert.Throws<RunException>(
            () => Run(request with { Orders = [ExecutionOrder.Layer] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PausesBetweenRoundsAreStoredAndKeptWhenResumed()
    {
        using var cancellation = new CancellationTokenSource();
        // Cancelled in the first round, so that nobody waits for the pause.
        Assert.Throws<OperationCanceledException>(() => MeasurementRun.Run(
            Request() with { Rounds = 3, Cooldown = TimeSpan.FromHours(1) },
            new Recorder { OnFinished = _ => cancellation.Cancel() },
            cancellation.Token));

        ResultFile stored = Stored();
        Assert.Equal(3600, stored.Conditions.CooldownSeconds);
        Assert.NotNull(stored.Conditions.ByRound.Single().StartedSeconds);
        Assert.NotNull(stored.Conditions.ByRound.Single().EndClockMHz);
        Assert.Contains("pause between rounds", Assert.Throws<RunException>(
            () => Run(Request() with { Rounds = 3, Resume = stored })).Message, StringComparison.Ordinal);
        Assert.Null(Run(Request() with { Rounds = 1, OutputFolder = Directory.CreateDirectory(Path.Combine(folder.Path, "other")).FullName }).Conditions.CooldownSeconds);
    }

    [Fact]
    public void ASustainedRunGoesOnAndComparesItsEndWithItsBeginning()
    {
        var recorder = new Recorder();
        ResultFile file = Run(Request() with { Rounds = 1, Sustained = TimeSpan.FromSeconds(1) }, recorder);

        Assert.True(file.Rounds > 1);
        Assert.Equal((4, 1, null), recorder.Outline);
        Assert.Equal(file.Rounds, file.Conditions.ByRound.Length);
        Assert.All(file.Cells, cell => Assert.Equal(file.Rounds, cell.Rounds.Length));
        Assert.True(file.Sustained!.Seconds >= 1);
        Assert.Equal(60, file.Sustained.WindowSeconds);
        Assert.All(file.Cells, cell => Assert.True(cell.Sustained is { FirstNs: > 0, LastNs: > 0 }));
        double[] starts = [.. file.Conditions.ByRound.Select(round => round.StartedSeconds!.Value)];
        Assert.Equal(starts.Order(), starts);
        Assert.Equal(ResultFileJson.Serialize(file), ResultFileJson.Serialize(Stored()));

        Assert.Contains("cooled down", Assert.Throws<RunException>(() => Run(
            Request() with { Rounds = 1, Sustained = TimeSpan.FromSeconds(1), Resume = file with { Complete = false } })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunThatIsStoppedWhilePreparingWritesNothing()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => MeasurementRun.Run(
            Request(), new Recorder { OnPrepared = cancellation.Cancel }, cancellation.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void ACompleteRunIsNotMeasuredAgain()
    {
        ResultFile file = Run(Request() with { Rounds = 1 });
        var backend = new FakeBackend();

        ResultFile again = Run(Request() with { Backend = backend, Rounds = 1, Resume = file });

        Assert.Same(file, again);
        Assert.Empty(backend.Plans);
    }

    [Fact]
    public void ARunIsResumedOnItsOwnTermsOnly()
    {
        ResultFile stored = Run(Request() with { Rounds = 1 }) with { Complete = false };
        RunRequest request = Request() with { Rounds = 1, Resume = stored };

        Refused(request with { Seed = 99 }, "seed was 1 and is 99 now");
        Refused(request with { Rounds = 7 }, "number of rounds was 1 and is 7 now");
        Refused(request with { Rows = ["1:1"] }, "number of cells was 4 and is 1 now");
        Refused(request with { Scales = [Scale.X2] }, "cells was table1/1:1/x1 cpu fake fused");
        Refused(request with { Resume = stored with { Machine = stored.Machine with { Host = "elsewhere" } } }, "host was elsewhere");
        Refused(request with { Resume = stored with { Machine = stored.Machine with { Isa = "AVX2" } } }, "instruction set was AVX2 and is none now");

        void Refused(RunRequest changed, string why) =>
            Assert.Contains(why, Assert.Throws<RunException>(() => Run(changed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongPlanGetsNoNumber()
    {
        var recorder = new Recorder();
        ResultFile file = Run(
            Request() with
            {
                Backend = new FakeBackend { Output = 7 },
                Rows = ["1:1"],
                Verify = PlanVerification.MaxError,
            },
            recorder);

        CellResult cell = Assert.Single(file.Cells);
        Assert.StartsWith("its output is wrong: the largest error against Reference is ", cell.Skipped, StringComparison.Ordinal);
        Assert.True(cell.MaxError > PlanVerification.Tolerance);
        HasNoNumber(cell);
        Assert.Equal(cell.Skipped, Assert.Single(recorder.Skipped).Value);
        Assert.All(recorder.Order.Values, Assert.Empty);
        Assert.True(file.Complete);
    }

    [Fact]
    public void ADevicesOwnTimeItsNameAndItsSlowdownsAreKept()
    {
        var backend = new FakeDeviceBackend(new DeviceState(1900, null, null, []), new DeviceState(1900, null, null, ["its power limit"])) { DeviceNs = 4321 };
        ResultFile file = Run(Request() with { Backend = backend, Rows = ["1:1"] });

        CellResult cell = Assert.Single(file.Cells);
        Assert.Equal(4321, cell.DeviceNs);
        Assert.Equal(("Some GPU", "stream", "fp32"), (cell.Device, cell.Launch, cell.Math));
        Assert.Equal(["Some GPU (cuda:0, driver 1.2)"], file.Machine.Devices);
        Assert.Contains("The device's clock was held back by its power limit.", file.Conditions.Flags);
        Assert.Equal(["L2", "memory"], Assert.Single(file.Ceilings).BandwidthGBs.Keys);
    }

    [Fact]
    public void APlanWhoseOutputIsNotFiniteGetsNoNumber()
    {
        ResultFile file = Run(Request() with { Backend = new FakeBackend { Output = float.NaN }, Rows = ["1:1"] });

        CellResult cell = Assert.Single(file.Cells);
        Assert.Equal("its output is not finite", cell.Skipped);
        HasNoNumber(cell);
    }

    [Fact]
    public void APlanThatCannotBeCompiledGetsItsReasonAndTheOthersTheirNumbers()
    {
        var backend = new FakeBackend { Refuses = graph => graph.Name == "table1/1:2/x1" };
        ResultFile file = Run(Request() with { Backend = backend, Rounds = 2 });

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
        ResultFile file = Run(Request() with { Backend = backend, Rounds = 3 });

        CellResult failed = Assert.Single(file.Cells, cell => cell.Skipped is not null);
        Assert.Equal("1:6", failed.Row);
        Assert.Equal("it failed while it was measured: a fault", failed.Skipped);
        HasNoNumber(failed);
        Assert.All(file.Cells.Where(cell => cell != failed), cell => Assert.Equal(3, cell.Rounds.Length));

        Action Failing(Graph graph)
        {
            Action pass = Spinning.For(Milliseconds: 5.5);
            return graph.Name != "table1/1:6/x1" ? pass : () =>
            {
                pass();
                if (++passes > 10)
                    throw new InvalidOperationException("a fault");
            };
        }
    }

    [Fact]
    public void AllocationsOfAForwardPassAreCounted()
    {
        var backend = new FakeBackend { Pass = graph => graph.Name == "table1/1:6/x1" ? Allocating : Spinning.For(Milliseconds: 5.5) };
        ResultFile file = Run(Request() with { Backend = backend, Rounds = 1 });

        Assert.All(file.Cells, cell => Assert.InRange(
            cell.AllocatedBytes!.Value, cell.Row == "1:6" ? 1000 : 0, cell.Row == "1:6" ? 1100 : 0));

        static void Allocating() => GC.KeepAlive(new byte[1000]);
    }

    [Fact]
    public void WhatIsKnownOfThePlanIsStored()
    {
        CellResult cell = Run(Request() with { Rows = ["1:6"], Rounds = 1 }).Cells[0];

        Assert.Equal("fake", cell.Backend);
        Assert.Equal("fake:usual", cell.Plan);
        Assert.Equal(1234, cell.Bytes);
        Assert.Equal(20, cell.Launches);
        Assert.Equal(0, cell.MaxError);
        // Table 1, 1:6 at x1: 20 convolutions of 13 x 78 weights at 56x56, and 13 + 78 channels read and written by each.
        Assert.Equal(20L * 3136 * 13 * 78, cell.MultiplyAdds);
        Assert.Equal(20L * (3136 * (13 + 78) + 13 * 78), cell.MemoryAccess);
        Assert.Equal(ExperimentCatalogue.Find("table1")!.Cell(Table1.Experiment.Rows[2], Scale.X1, ChannelSetting.Cpu).Graph.Checksum, cell.GraphChecksum);
        Assert.Equal([56, 56], cell.Input);
        Assert.Equal("G1", cell.Guideline);
    }

    [Fact]
    public void TheMeasuredThreadRunsOnTheCoreThatWasNamed()
    {
        if (!CoreAffinity.IsSupported)
            Assert.Skip("Threads cannot be pinned on this system.");
        int core = CoreAffinity.UsableProcessors()[^1];
        var allowed = new List<string>();
        var backend = new FakeBackend
        {
            Pass = _ => () => allowed.Add(File.ReadLines("/proc/thread-self/status")
                .First(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split('\t')[1]),
        };

        Run(Request() with { Backend = backend, Rows = ["1:1"], Rounds = 1, Cores = new CoreSet([core]) });

        Assert.NotEmpty(allowed);
        Assert.All(allowed, list => Assert.Equal(core.ToString(System.Globalization.CultureInfo.InvariantCulture), list));
    }

    [Fact]
    public void CoresThatAreTooFewOrAbsentAreRefused()
    {
        if (!CoreAffinity.IsSupported)
            Assert.Skip("Threads cannot be pinned on this system.");
        RunRequest request = Request();

        Assert.Contains("1 cores are named for 2 threads", Assert.Throws<RunException>(
            () => Run(request with { Threads = 2, Cores = new CoreSet([0]) })).Message, StringComparison.Ordinal);
        Assert.Contains("Core 1023 cannot be used", Assert.Throws<RunException>(
            () => Run(request with { Cores = new CoreSet([1023]) })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CeilingsAreMeasuredAtOneThreadAndAtTheRunsThreads()
    {
        ResultFile file = Run(Request() with { Rows = ["1:1"], Rounds = 1, Threads = 2 });

        Assert.Equal([1, 2], file.Ceilings.Select(ceiling => ceiling.Threads));
        CellResult cell = file.Cells[0];
        Assert.Equal(100 * cell.Gflops!.Value / file.Ceilings[1].FmaGflops, cell.PercentOfPeak!.Value, 1e-9);
    }

    [Fact]
    public void TheRunTimeOfNetworksIsSplitAfterTheLastRound()
    {
        var backend = new FakeBackend();
        var recorder = new Recorder();
        ResultFile file = Run(Request() with { Backend = backend, Rows = ["1:1", "Small"], Networks = [Network("small", "Small")], Rounds = 2 }, recorder);

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
        RunRequest request = Request() with { Tables = [], Networks = [Network("small", "Small")], Rounds = 2 };
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

        CellResult cell = Assert.Single(Run(Request() with { Backend = backend, Tables = [], Networks = [Network("small", "Small")], Rounds = 1 }, recorder).Cells);

        Assert.Equal("it failed while its operators were timed: a fault", cell.Skipped);
        HasNoNumber(cell);
    }

    [Fact]
    public void PlansThatDoNotFitTogetherAreCompiledInTurnAsTheyWereChosen()
    {
        var backend = new FakeBackend { Pass = _ => Spinning.For(Milliseconds: 1) };
        RunRequest request = Request() with { Backend = backend, Networks = [Network("small", "Small")], Rounds = 3 };
        // The largest cell fits, and no two of them do.
        long free = CellSelection.Of(request).Max(cell => MemoryNeed.Of(cell).Bytes);

        ResultFile file = Run(request with { FreeMemoryBytes = () => free });

        Assert.Equal(1, backend.MostPlans);
        Assert.All(backend.Plans, plan => Assert.True(plan.IsDisposed));
        // Five cells once for preparing and once a round, and the network once for its operators.
        Assert.Equal(5 + 3 * 5 + 1, backend.Plans.Count);
        Assert.All(backend.Plans, plan => Assert.Equal("fake:usual", plan.Choices.ToString()));
        Assert.All(backend.Plans.Skip(5), plan => Assert.NotNull(plan.Options.Choices));
        Assert.All(file.Cells, cell => Assert.Equal(3, cell.Rounds.Length));
        Assert.NotNull(file.Cells[^1].Operators);
    }

    [Fact]
    public void APlanThatCannotBeCompiledAgainLosesItsNumbers()
    {
        int left = 6;
        var backend = new FakeBackend { Refuses = graph => graph.Name == "small" && --left < 3 };
        RunRequest request = Request() with { Backend = backend, Tables = [], Networks = [Network("small", "Small")], Rounds = 5 };

        CellResult cell = Assert.Single(Run(request with
        {
            FreeMemoryBytes = () => MemoryNeed.Of(CellSelection.Of(request)[0]).Bytes,
        }).Cells);

        Assert.Equal("it failed while it was measured: small is refused", cell.Skipped);
        HasNoNumber(cell);
    }

    [Fact]
    public void NothingIsCompiledOrWrittenWhereMemoryIsShort()
    {
        var backend = new FakeBackend();

        Assert.Contains("free are 0 MiB", Assert.Throws<NotEnoughMemoryException>(
            () => Run(Request() with { Backend = backend, FreeMemoryBytes = () => 1000 })).Message, StringComparison.Ordinal);

        Assert.Empty(backend.Plans);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static CellSubject Network(string name, string label)
    {
        var graph = new GraphBuilder(new MapShape(3, 16, 20));
        graph.ReLU(graph.Convolution(graph.Input, 5));
        Graph built = graph.Build(name);
        return new CellSubject(() => built) { Experiment = $"network:{name}", Row = label, Labels = [label], Label = $"network:{name}", IsSplit = true };
    }

    private static void HasNoNumber(CellResult cell)
    {
        Assert.Empty(cell.Rounds);
        Assert.Null(cell.MedianNs);
        Assert.Null(cell.ImagesPerSecond);
        Assert.Null(cell.BatchesPerSecond);
        Assert.Null(cell.Gflops);
        Assert.Null(cell.PercentOfPeak);
    }

    private static void CancelIn(int round, int last, CancellationTokenSource cancellation)
    {
        if (round == last)
            cancellation.Cancel();
    }

    private static ResultFile Run(RunRequest request, Recorder? recorder = null) =>
        MeasurementRun.Run(request, recorder ?? new Recorder(), CancellationToken.None);

    private ResultFile Stored()
    {
        string path = Path.Combine(folder.Path, MeasurementRun.FileName);
        return ResultFileJson.Parse(File.ReadAllBytes(path), path);
    }

    /// <summary>The four rows of Table 1 at x1 on plans that compute nothing and are believed.</summary>
    private RunRequest Request() => new()
    {
        Tables = ["table1"],
        Scales = [Scale.X1],
        Backend = new FakeBackend(),
        Quick = true,
        OutputFolder = folder.Path,
        Verify = (_, _, _, _) => 0,
    };
}
