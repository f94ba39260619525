using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

/// <summary>What a run stores.</summary>
public sealed class StoredRunTests : RunOfFourCells
{
    [Fact]
    public void TheFileOnDiskIsWhatIsReturned()
    {
        ResultFile file = Run(Request() with { Rounds = 1, Seed = 5, Command = "run --tables 1" });

        Assert.Equal([RunRequest.ResultsName], Directory.EnumerateFileSystemEntries(FolderPath).Select(Path.GetFileName));
        Assert.Equal(ResultFileJson.Serialize(file), ResultFileJson.Serialize(Stored()));
        Assert.True(file.Complete);
        Assert.Equal(5, file.Seed);
        Assert.Equal(1, file.Rounds);
        Assert.Equal("run --tables 1", file.Command);
        Assert.NotNull(Assert.Single(file.Conditions.ByRound).ClockMHz);
        Assert.False(Directory.Exists("BenchmarkDotNet.Artifacts"));
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
    public void AllocationsOfAForwardPassAreCounted()
    {
        var backend = new FakeBackend { Pass = graph => graph.Name == "table1/1:6/x1" ? Allocating : Waiting.For(milliseconds: 5.5) };
        ResultFile file = Run(Request() with { Backends = [backend], Rounds = 1 });

        Assert.All(file.Cells, cell => Assert.InRange(
            cell.AllocatedBytes!.Value, cell.Row == "1:6" ? 1000 : 0, cell.Row == "1:6" ? 1100 : 0));

        static void Allocating() => GC.KeepAlive(new byte[1000]);
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
    public void EachRoundKeepsWhatTheCoresGaveInIt()
    {
        ResultFile file = Run(Request() with { Rounds = 2, Threads = 2 });

        double[] peaks = [.. file.Conditions.ByRound.Select(round => round.FmaGflops!.Value)];
        Assert.Equal(2, peaks.Length);
        Assert.All(peaks, peak => Assert.InRange(peak, double.Epsilon, file.Ceilings[1].FmaGflops));
        Assert.All(file.Cells, cell => Assert.Equal(
            cell.Rounds.Select((samples, round) => 100 * 2 * cell.MultiplyAdds / Median(samples) / peaks[round]).Average(),
            cell.PercentOfRoundPeak!.Value,
            1e-9));

        static double Median(IEnumerable<double> samples) =>
            samples.Order().ToArray() is var sorted ? (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2 : 0;
    }

    [Fact]
    public void ADevicesOwnTimeItsNameAndItsSlowdownsAreKept()
    {
        var backend = new FakeDeviceBackend(new DeviceState(1900, null, null, []), new DeviceState(1900, null, null, ["its power limit"])) { DeviceNs = 4321 };
        ResultFile file = Run(Request() with { Backends = [backend], Rows = ["1:1"] });

        CellResult cell = Assert.Single(file.Cells);
        Assert.Equal(4321, cell.DeviceNs);
        Assert.Equal(("Some GPU", "stream", "fp32"), (cell.Device, cell.Launch, cell.Math));
        Assert.Equal(["Some GPU (cuda:0, driver 1.2)"], file.Machine.Devices);
        Assert.Contains("The device's clock was held back by its power limit.", file.Conditions.Flags);
        Assert.Equal(["L2", "memory"], Assert.Single(file.Ceilings).BandwidthGBs.Keys);
    }
}
