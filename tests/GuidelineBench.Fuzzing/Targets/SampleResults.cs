using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>A small result file.</summary>
internal static class SampleResults
{
    /// <summary>A table of the paper and a network, as a run stores them.</summary>
    public static ResultFile Run { get; } = ResultFileSample.Full with
    {
        Command = "./run.sh run --tables 1 --scale x1",
        Sustained = null,
        Cells =
        [
            .. Table1.Experiment.Rows.Select((row, index) => Cell(row.Label, 1e6 * (index + 10))),
            Cell("ShuffleNet v2", 3e6) with { Experiment = "network:shufflenet_v2_x1_0", Guideline = null, Scale = null, Setting = null, Channels = [] },
        ],
        Noise = [.. Enumerable.Range(1, 3).Select(run => new NoiseRun(ResultFileSample.Full.StartedUtc.AddDays(run), [115.5 + run], [1e7 + run, 1.1e7, 1.2e7, null, 3e6 - run]))],
    };

    private static CellResult Cell(string row, double ns) => ResultFileSample.Full.Cells[0] with
    {
        Row = row,
        Scale = "x1",
        Device = null,
        Batch = 1,
        Plan = "10*(pixels32:6x26 pixels32:12x13)",
        AllocatedBytes = null,
        Rounds = [.. Enumerable.Range(0, ResultFileSample.Full.Rounds).Select(round => ImmutableArray.Create(ns + round, ns + 2 * round))],
        MedianNs = ns + 1,
        Sustained = null,
        DeviceNs = null,
        ImagesPerSecond = 1e9 / ns,
        BatchesPerSecond = 1e9 / ns,
        Skipped = null,
    };
}
