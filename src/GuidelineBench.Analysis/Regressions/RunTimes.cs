using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Regressions;

/// <summary>What judging takes from one run.</summary>
/// <param name="Times">By cell; of a run that is part of a calibration without gaps.</param>
/// <param name="Ceilings">Those that were measured.</param>
internal sealed record RunTimes(ImmutableDictionary<CellKey, FloorTime> Times, ImmutableArray<Ceiling> Ceilings)
{
    public static RunTimes Of(ResultFile file) => new(
        file.Cells
            .Select(cell => (Key: CellKey.Of(cell), Time: FloorTime.Of(cell)))
            .Where(cell => cell.Time is not null)
            .ToImmutableDictionary(cell => cell.Key, cell => cell.Time!.Value),
        file.Ceilings);

    /// <summary>A run of the baseline's calibration.</summary>
    public static RunTimes Of(ResultFile baseline, NoiseRun run) => new(
        baseline.Cells.Zip(run.FastestNs)
            .Where(cell => cell.Second is not null)
            .ToImmutableDictionary(cell => CellKey.Of(cell.First), cell => new FloorTime(cell.Second!.Value, 0, 0, 1)),
        [.. baseline.Ceilings.Zip(run.FmaGflops, (ceiling, gflops) => gflops is { } value ? ceiling with { FmaGflops = value } : null).OfType<Ceiling>()]);

    public double? LogFma(DeviceRows group) =>
        Ceiling.Of(Ceilings, group.Backend, group.Device, group.Threads) is { } ceiling ? Math.Log(ceiling.FmaGflops) : null;
}
