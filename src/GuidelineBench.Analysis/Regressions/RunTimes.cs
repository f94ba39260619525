using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;

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

/// <summary>
/// The time of a cell's fastest block, or round where a run has rounds alone. Other load, interruptions and lost cache only add time, so the fastest round
/// moves least from run to run, [Chen2016].
/// </summary>
/// <remarks>
/// The median of the rounds was rejected: between two runs of 15 rounds on a shared machine with two cores the medians of
/// the rows, their common shift taken out, differed by 1.4 % in the middle, 4.4 % in a tenth and 9.4 % at most; the
/// fastest rounds by 0.5, 1.1 and 1.9 %. Taking each round's median over the rows out first made the fastest ones worse.
/// A change that only slow rounds show is not seen.
/// </remarks>
/// <param name="Ns">Floor of the fastest block, or median of the fastest round's samples, nanoseconds per forward pass.</param>
/// <param name="Gap">
/// How far the first quartile of the rounds lies above, as a logarithm, small where several rounds agree on the fastest
/// time; over the root of rounds / 5, so that it is about the deviation of the fastest of any number of normal values.
/// </param>
/// <param name="MedianGap">The same for the median of the rounds: small on a quiet machine.</param>
/// <param name="Rounds">Or blocks; 1 or more.</param>
/// <param name="IsByBlocks">Whether it rests on blocks, each of many short visits at several times.</param>
public readonly record struct FloorTime(double Ns, double Gap, double MedianGap, int Rounds, bool IsByBlocks = false)
{
    /// <returns>Null for a cell without rounds.</returns>
    public static FloorTime? Of(CellResult cell)
    {
        bool isByBlocks = cell.Blocks.Length >= BlockRatio.FewestBlocks;
        IEnumerable<double> times = isByBlocks
            ? cell.Blocks.Select(block => block.FloorNs)
            : cell.Rounds.Where(samples => !samples.IsDefaultOrEmpty).Select(samples => Medians.Median(samples));
        double[] rounds = [.. times.Select(time => Math.Log(time)).Order()];
        return rounds.Length == 0
            ? null
            : new FloorTime(
                Math.Exp(rounds[0]),
                (Medians.LowerQuartile(rounds) - rounds[0]) * Math.Min(1, Math.Sqrt(5.0 / rounds.Length)),
                Medians.Median(rounds) - rounds[0],
                rounds.Length,
                isByBlocks);
    }
}
