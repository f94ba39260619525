using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>Small result files.</summary>
internal static class SampleResults
{
    private const int Rounds = 3;

    /// <summary>Every member has a value.</summary>
    public static ResultFile Full { get; } = new()
    {
        Complete = true,
        Tool = new ToolInfo("1.2.3", "abcdef0"),
        StartedUtc = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
        Seed = 42,
        Command = "./run.sh run --tables 1 --scale x1",
        Rounds = Rounds,
        Machine = new MachineInfo
        {
            Host = "host",
            Os = "Linux 6.1",
            Cpu = "Some CPU",
            Cores = 2,
            Isa = "AVX-512 (512 bit)",
            CacheBytes = ImmutableSortedDictionary<string, long>.Empty.Add("L1d", 32768).Add("L2", 1048576),
            MemoryBytes = 8L << 30,
            Runtime = ".NET 10.0.0",
            Devices = ["NVIDIA H200"],
        },
        Conditions = new Conditions
        {
            Load = 0.25,
            Governor = "performance",
            PinnedCores = [0, 1],
            Flags = ["The clock varied by 4 %."],
            ByRound = [new RoundConditions(3700.5, 61.5, FmaGflops: 114.5), new RoundConditions(null, null)],
        },
        Ceilings = [new Ceiling("simd", 1, 115.9, ImmutableSortedDictionary<string, double>.Empty.Add("L1", 400.5).Add("memory", 20.25), 12.5)],
        Cells = [Cell("1:6", 1e6) with { Device = "cuda:0", Bytes = 45984640, AllocatedBytes = 7, DeviceNs = 9e5, Skipped = "no reason" }],
        Noise = [new NoiseRun(new DateTimeOffset(2026, 3, 5, 6, 7, 8, TimeSpan.Zero), [115.5], [1e6])],
    };

    /// <summary>A table of the paper and a network, as a run stores them.</summary>
    public static ResultFile Run { get; } = Full with
    {
        StartedUtc = Full.StartedUtc.AddDays(1),
        Cells =
        [
            .. Table1.Experiment.Rows.Select((row, index) => Cell(row.Label, 1e6 * (index + 10))),
            Cell("ShuffleNet v2", 3e6) with { Experiment = "network:shufflenet_v2_x1_0", Guideline = null, Scale = null, Setting = null, Channels = [] },
        ],
        Noise = [.. Enumerable.Range(1, 3).Select(run => new NoiseRun(Full.StartedUtc.AddDays(1 + run), [115.5 + run], [1e7 + run, 1.1e7, 1.2e7, null, 3e6 - run]))],
    };

    private static CellResult Cell(string row, double ns) => new()
    {
        Experiment = "table1",
        Guideline = "G1",
        Row = row,
        Scale = "x1",
        Setting = "cpu",
        Channels = [26, 156],
        Input = [56, 56],
        Backend = "simd",
        Threads = 1,
        Batch = 1,
        Variant = "fused",
        Execution = "layer",
        Launch = "stream",
        Math = "fp32",
        Plan = "10*(pixels32:6x26 pixels32:12x13)",
        GraphChecksum = "0123456789abcdef",
        MultiplyAdds = 254392320,
        MemoryAccess = 11496160,
        MemoryAccessBound = 8070000.5,
        Bytes = 45984640,
        Launches = 20,
        Rounds = [.. Enumerable.Range(0, Rounds).Select(round => ImmutableArray.Create(ns + round, ns + 2 * round))],
        MedianNs = ns + 1,
        ImagesPerSecond = 1e9 / ns,
        BatchesPerSecond = 1e9 / ns,
        Gflops = 99.5,
        PercentOfPeak = 101.5,
        PercentOfRoundPeak = 103.5,
        Operators = [new OperatorTime("conv1x1 26->156", "conv", 5e4, 12719616, 2299232)],
        MaxError = 1e-6,
    };
}
