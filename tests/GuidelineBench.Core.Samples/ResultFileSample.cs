using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Core.Samples;

/// <summary>A result file in which every member is set to a value that no default has.</summary>
internal static class ResultFileSample
{
    public static ResultFile Full { get; } = new()
    {
        Complete = true,
        Tool = new ToolInfo("1.2.3", "abcdef0"),
        StartedUtc = new DateTimeOffset(2026, 3, 4, 5, 6, 7, 890, TimeSpan.Zero),
        Seed = 42,
        Command = "run --tables 1 --quick",
        Rounds = 3,
        Machine = new MachineInfo
        {
            Host = "host-ü",
            Os = "Linux 6.1",
            Cpu = "Some CPU \"quoted\"",
            Cores = 2,
            CoreClasses = [new CoreClassInfo("big", "Arm Cortex-A76", 4, [4, 5, 6, 7])],
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
            CooldownSeconds = 30,
            Flags = ["The clock moved by 4 %."],
            ByRound = [new RoundConditions(3700.5, 61.5, 1.5, 3600.5, 70.5, 114.5), new RoundConditions(null, null)],
        },
        Sustained = new SustainedRun(600.5, 60, 5, 4),
        Engines =
        [
            new EngineDescription
            {
                Backend = "engine",
                Name = "Some Engine",
                Version = "1.31.1",
                Library = "libengine.so",
                Sha256 = "00ff",
                Provider = "CPU",
                BlockChannels = 16,
                CallNs = 900.5,
                Settings = "sequential",
            },
        ],
        Ceilings = [new Ceiling("simd", 1, 115.9, ImmutableSortedDictionary<string, double>.Empty.Add("L1", 400.5).Add("memory", 20.25), 12.5, "Some GPU")],
        Cells =
        [
            new CellResult
            {
                Experiment = "table1",
                Guideline = "G1",
                Row = "1:6",
                Scale = "x2",
                Setting = "cpu",
                Channels = [26, 156],
                Input = [56, 56],
                Backend = "simd",
                Provider = "CUDA",
                Device = "core 0",
                Threads = 1,
                Batch = 4,
                Variant = "fused",
                Execution = "layer",
                Launch = "stream",
                Math = "fp32",
                Plan = "tile32",
                GraphChecksum = "0123456789abcdef",
                WeightsChecksum = "123456789abcdef0",
                InputChecksum = "23456789abcdef01",
                MultiplyAdds = 254392320,
                MemoryAccess = 11496160,
                MemoryAccessBound = 8070000.5,
                Bytes = 45984640,
                Launches = 20,
                AllocatedBytes = 7,
                Rounds = [[1e6, 1.1e6], [1.2e6], [0.1 + 0.2]],
                Blocks = [new BlockTime(0.9e6, 1e6, 40), new BlockTime(0.91e6, 1.2e6, 36)],
                MedianNs = 1.05e6,
                Sustained = new SustainedTimes(1.02e6, 1.3e6),
                DeviceNs = 900.5,
                ImagesPerSecond = 3809.5,
                BatchesPerSecond = 952.375,
                Gflops = 99.5,
                PercentOfPeak = 101.5,
                PercentOfRoundPeak = 103.5,
                Operators = [new OperatorTime("conv1x1 26->156", "conv", 5e4, 12719616, 2299232)],
                Engine = new EngineRun
                {
                    Operators = [new EngineOperator("com.microsoft.nchwc.Conv", 2, 1234.5)],
                    BlockedConvolutions = 2,
                    PlainConvolutions = 1,
                    PlainGrouped = 1,
                    Reorders = 3,
                    Fused = 4,
                    Elementwise = 5,
                    ExecutedMultiplyAdds = 6000,
                    LoadMs = 1.5,
                    FirstRunMs = 0.25,
                    MemoryBytes = 4096,
                    ProfiledNs = 1500,
                    IdlePercent = 0.5,
                    ByBlocksNs = 1200,
                },
                MaxError = 1e-6,
                Skipped = "no reason",
            },
        ],
        Noise = [new NoiseRun(new DateTimeOffset(2026, 3, 4, 6, 0, 0, TimeSpan.Zero), [116.5], [1.02e6])],
    };
}
