using System.Collections.Immutable;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting.Tests.Samples;

/// <summary>
/// A made-up run of Tables 1 to 4 at the CPU setting, 51 cells and the 12 unfused ones of Table 4, with seeded
/// pseudo-random rounds. Its numbers look like those of one core with AVX-512 and are no measurement.
/// </summary>
internal static class SampleRun
{
    private const double PeakGflops = 116.2;

    public static NamedResultFile Named { get; } = new("results.json", File());

    /// <summary>The same layer by layer and depth first.</summary>
    public static NamedResultFile Both { get; } = new("results.json", File(depthFirst: true));

    /// <param name="slowdown">How much more time the last rows of Tables 1 and 2 take than in the sample.</param>
    /// <param name="depthFirst">Whether the fused cells are there depth first too: Table 1's rows are equally fast then, and Table 2 keeps its differences.</param>
    public static ResultFile File(string host = "bench-7950", int seed = 42, int rounds = 15, double slowdown = 1, bool complete = true, bool depthFirst = false)
    {
        var noise = new Noise((uint)seed);
        ImmutableArray<CellResult>.Builder cells = ImmutableArray.CreateBuilder<CellResult>();
        foreach (Experiment experiment in ExperimentCatalogue.All)
        {
            foreach (ExperimentCell cell in experiment.Cells(ChannelSetting.Cpu, Scales.All))
            {
                cells.Add(Result(cell, "fused", rounds, slowdown, noise));
                if (experiment.MeasuredUnfused)
                    cells.Add(Result(cell, "unfused", rounds, slowdown, noise));
            }
        }

        if (depthFirst)
            foreach (Experiment experiment in ExperimentCatalogue.All)
                foreach (ExperimentCell cell in experiment.Cells(ChannelSetting.Cpu, Scales.All))
                    cells.Add(Result(cell, "fused", rounds, slowdown, noise, execution: "depth-first"));

        return new ResultFile
        {
            Complete = complete,
            Tool = new ToolInfo("0.1.0", "17d63f1"),
            StartedUtc = new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero),
            Seed = seed,
            Command = "./run.sh run --tables all --rounds 15 --seed 42",
            Rounds = 15,
            Machine = new MachineInfo
            {
                Host = host,
                Os = "Debian GNU/Linux 12",
                Cpu = "AMD Ryzen 9 7950X",
                Cores = 2,
                Isa = "AVX-512 (512 bit)",
                Runtime = ".NET 10.0.0",
                CacheBytes = ImmutableSortedDictionary<string, long>.Empty.Add("L1d", 32 << 10).Add("L2", 1 << 20).Add("L3", 32 << 20),
                MemoryBytes = 8L << 30,
            },
            Conditions = new Conditions
            {
                Load = 0.12,
                Governor = "performance",
                PinnedCores = [1],
                Flags = ["The load before the run was above 0.1 per core."],
                ByRound = [.. Enumerable.Range(0, rounds).Select(round => new RoundConditions(4480 + 60 * noise.Next() - 300 * (round / 12), 58 + round, FmaGflops: RoundPeak(round)))],
            },
            Ceilings =
            [
                new Ceiling(
                    "simd", 1, PeakGflops,
                    ImmutableSortedDictionary<string, double>.Empty.Add("L1", 412).Add("L2", 187.4).Add("L3", 92.3).Add("memory", 24.61),
                    38.2),
            ],
            Cells = cells.ToImmutable(),
        };
    }

    private static CellResult Result(ExperimentCell cell, string variant, int rounds, double slowdown, Noise noise, string execution = "layer")
    {
        GraphCosts costs = GraphCosts.Of(cell.Graph);
        double share = ShareOfPeak(cell, variant, execution) / (cell.Experiment.Table <= 2 && cell.Row == cell.Experiment.Rows[^1] ? slowdown : 1);
        double nanoseconds = 2 * costs.MultiplyAdds / (PeakGflops * share);
        ImmutableArray<ImmutableArray<double>> times =
        [
            .. Enumerable.Range(0, rounds).Select(_ =>
            {
                double round = 1 + 0.012 * noise.Next();
                return ImmutableArray.CreateRange(Enumerable.Range(0, 5).Select(_ => Math.Round(nanoseconds * round * (1 + 0.004 * noise.Next()), 1)));
            }),
        ];
        double[] medians = [.. times.Select(samples => samples.Order().ElementAt(2)).Order()];
        double median = medians[medians.Length / 2];
        double gflops = 2 * costs.MultiplyAdds / median;
        return new CellResult
        {
            Experiment = cell.Experiment.Id,
            Guideline = cell.Experiment.Guideline.Id,
            Row = cell.Row.Label,
            Scale = cell.Scale.Label(),
            Setting = "cpu",
            Channels = cell.Channels,
            Input = [56, 56],
            Backend = "simd",
            Threads = 1,
            Batch = 1,
            Variant = variant,
            Execution = execution,
            Launch = null,
            Math = "fp32",
            Plan = "pixels 32x14",
            GraphChecksum = cell.Graph.Checksum,
            MultiplyAdds = costs.MultiplyAdds,
            MemoryAccess = costs.MemoryAccess,
            MemoryAccessBound = costs.MemoryAccessBound,
            Bytes = costs.Bytes,
            Launches = (variant, execution) switch { ("unfused", _) => 60, (_, "layer") => 30, _ => cell.Experiment.Table == 4 ? 11 : 1 },
            AllocatedBytes = 0,
            Rounds = times,
            MedianNs = median,
            ImagesPerSecond = 1e9 / median,
            BatchesPerSecond = 1e9 / median,
            Gflops = gflops,
            PercentOfPeak = 100 * gflops / PeakGflops,
            PercentOfRoundPeak = times
                .Select((samples, round) => 200 * costs.MultiplyAdds / samples.Order().ElementAt(2) / RoundPeak(round))
                .Order().ElementAt(rounds / 2),
            MaxError = 2.4e-7 * (1 + noise.Next()),
        };
    }

    /// <summary>98, 97 and 96 % of the ceiling in turn.</summary>
    private static double RoundPeak(int round) => PeakGflops * (0.98 - 0.01 * (round % 3));

    private static double ShareOfPeak(ExperimentCell cell, string variant, string execution)
    {
        double scale = (int)cell.Scale switch { 1 => 0.0, 2 => 0.012, _ => -0.02 };
        double row = cell.Row.Label switch
        {
            "1:1" or "1-fragment" or "g=1" => 0.95,
            "1:2" => 0.94,
            "1:6" or "2-fragment-series" => 0.92,
            "1:12" => 0.88,
            "g=2" or "4-fragment-series" => 0.91,
            "g=4" or "2-fragment-parallel" => 0.87,
            "g=8" or "4-fragment-parallel" => 0.79,
            "relu=yes,shortcut=yes" => variant == "fused" ? 0.71 : 0.55,
            "relu=yes,shortcut=no" => variant == "fused" ? 0.75 : 0.61,
            "relu=no,shortcut=yes" => variant == "fused" ? 0.73 : 0.66,
            _ => 0.78,
        };
        return execution == "layer" ? row + scale : cell.Experiment.Table == 1 ? 0.96 : row + scale / 2 + 0.01;
    }
}
