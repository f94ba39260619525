using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Analysis.Conditions;

/// <summary>Collects what was doubtful about a run.</summary>
public static class Doubts
{
    /// <summary>A spread as large as the smallest effect that matters can hide one.</summary>
    public const double LargeSpread = Guideline.SmallestEffectThatMatters;

    /// <summary>Two ways of measuring the same agree at least as well as this.</summary>
    public const double LargestOffFloor = 0.03;

    /// <summary>What concerns the whole run first.</summary>
    public static ImmutableArray<Doubt> Of(ResultFile file)
    {
        ImmutableArray<Doubt>.Builder doubts = ImmutableArray.CreateBuilder<Doubt>();
        int rounds = RoundsOf(file);
        if (!file.Complete)
            doubts.Add(new Doubt(DoubtKind.Incomplete, null, rounds, []));
        else if (rounds < MedianIntervals.FewestValues && BlocksOf(file) == 0)
            doubts.Add(new Doubt(DoubtKind.FewRounds, null, rounds, []));
        foreach (string flag in file.Conditions.Flags)
            doubts.Add(new Doubt(DoubtKind.Flag, flag, null, []));
        if (ClockSpread(file.Conditions) is { } spread and >= LargeSpread)
            doubts.Add(new Doubt(DoubtKind.ClockMoved, null, spread, []));
        if (LostPeak(file) is { } lost and >= LargeSpread)
            doubts.Add(new Doubt(DoubtKind.PeakLost, null, lost, []));
        AddCells(doubts, DoubtKind.RoundsSpread, file.Cells.Where(cell => Spread(cell) >= LargeSpread), file.Cells.Select(Spread).Max());
        AddCells(doubts, DoubtKind.FloorsDiffer, file.Cells.Where(cell => Math.Abs(OffFloor(cell) ?? 0) > LargestOffFloor), file.Cells.Select(OffFloor).MaxBy(off => Math.Abs(off ?? 0)));
        AddCells(doubts, DoubtKind.Unverified, file.Cells.Where(cell => cell is { Skipped: null, MaxError: null, MedianNs: not null }), null);
        AddCells(doubts, DoubtKind.Skipped, file.Cells.Where(cell => cell.Skipped is not null), null);
        return doubts.ToImmutable();
    }

    /// <summary>The largest number of rounds that a cell has.</summary>
    public static int RoundsOf(ResultFile file) =>
        file.Cells.Select(cell => cell.Rounds.Count(samples => !samples.IsDefaultOrEmpty)).DefaultIfEmpty().Max();

    /// <summary>The largest number of blocks that a cell has; 0 in a run of rounds alone.</summary>
    public static int BlocksOf(ResultFile file) => file.Cells.Select(cell => cell.Blocks.Length).DefaultIfEmpty().Max();

    /// <summary>
    /// By how much the fastest sample of the rounds, which BenchmarkDotNet took, lies above the lowest floor of the blocks, in parts of
    /// it; null for a cell that lacks either.
    /// </summary>
    public static double? OffFloor(CellResult cell) =>
        cell.Blocks.IsEmpty || cell.Rounds.All(samples => samples.IsDefaultOrEmpty)
            ? null
            : cell.Rounds.SelectMany(samples => samples).Min() / cell.Blocks.Min(block => block.FloorNs) - 1;

    /// <summary>Difference of the fastest and the slowest round's clock over their median; null with fewer than two.</summary>
    public static double? ClockSpread(Core.Results.Conditions conditions)
    {
        double[] clocks = [.. conditions.ByRound.Select(round => round.ClockMHz).OfType<double>()];
        return clocks.Length < 2 ? null : (clocks.Max() - clocks.Min()) / Medians.Median(clocks);
    }

    /// <summary>
    /// What the cores gave less in the median round than their ceiling, in parts of it: taken by other load, by a thread that shares
    /// the core, or by a lower clock. Null where rounds have no peak of their own.
    /// </summary>
    public static double? LostPeak(ResultFile file)
    {
        double[] peaks = [.. file.Conditions.ByRound.Select(round => round.FmaGflops).OfType<double>()];
        // A run has the ceiling of one thread too; the rounds' peaks are of all its threads.
        return peaks.Length > 0 && file.Ceilings.MaxBy(ceiling => ceiling.Threads) is { } most
            ? 1 - Medians.Median(peaks) / most.FmaGflops
            : null;
    }

    /// <summary>Interquartile range of the rounds' medians over their median; null with fewer rounds than an interval needs.</summary>
    public static double? RoundSpread(CellResult cell)
    {
        double[] times = [.. RoundTimes.NsPerMultiplyAdd(cell).OfType<double>()];
        return times.Length < MedianIntervals.FewestValues ? null : Medians.RelativeInterquartileRange(times);
    }

    /// <summary>Of what the cell's claims rest on: the floors of its blocks where it has enough, else its rounds.</summary>
    public static double? Spread(CellResult cell) => cell.Blocks.Length >= BlockRatio.FewestBlocks
        ? Medians.RelativeInterquartileRange([.. cell.Blocks.Select(block => block.FloorNs)])
        : RoundSpread(cell);

    private static void AddCells(
        ImmutableArray<Doubt>.Builder doubts, DoubtKind kind, IEnumerable<CellResult> cells, double? value)
    {
        ImmutableArray<CellResult> concerned = [.. cells];
        if (!concerned.IsEmpty)
            doubts.Add(new Doubt(kind, null, value, concerned));
    }
}
