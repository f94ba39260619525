using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Conditions;

/// <summary>Collects what was doubtful about a run.</summary>
public static class Doubts
{
    /// <summary>A spread as large as the smallest effect that matters can hide one.</summary>
    public const double LargeSpread = Guideline.SmallestEffectThatMatters;

    /// <summary>What concerns the whole run first.</summary>
    public static ImmutableArray<Doubt> Of(ResultFile file)
    {
        ImmutableArray<Doubt>.Builder doubts = ImmutableArray.CreateBuilder<Doubt>();
        int rounds = RoundsOf(file);
        if (!file.Complete)
            doubts.Add(new Doubt(DoubtKind.Incomplete, null, rounds, []));
        else if (rounds < MedianIntervals.FewestValues)
            doubts.Add(new Doubt(DoubtKind.FewRounds, null, rounds, []));
        foreach (string flag in file.Conditions.Flags)
            doubts.Add(new Doubt(DoubtKind.Flag, flag, null, []));
        if (ClockSpread(file.Conditions) is { } spread and >= LargeSpread)
            doubts.Add(new Doubt(DoubtKind.ClockMoved, null, spread, []));
        if (LostPeak(file) is { } lost and >= LargeSpread)
            doubts.Add(new Doubt(DoubtKind.PeakLost, null, lost, []));
        AddCells(doubts, DoubtKind.RoundsSpread, file.Cells.Where(cell => RoundSpread(cell) >= LargeSpread), file.Cells.Select(RoundSpread).Max());
        AddCells(doubts, DoubtKind.Unverified, file.Cells.Where(cell => cell is { Skipped: null, MaxError: null, MedianNs: not null }), null);
        AddCells(doubts, DoubtKind.Skipped, file.Cells.Where(cell => cell.Skipped is not null), null);
        return doubts.ToImmutable();
    }

    /// <summary>The largest number of rounds that a cell has.</summary>
    public static int RoundsOf(ResultFile file) =>
        file.Cells.Select(cell => cell.Rounds.Count(samples => !samples.IsDefaultOrEmpty)).DefaultIfEmpty().Max();

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

    private static void AddCells(
        ImmutableArray<Doubt>.Builder doubts, DoubtKind kind, IEnumerable<CellResult> cells, double? value)
    {
        ImmutableArray<CellResult> concerned = [.. cells];
        if (!concerned.IsEmpty)
            doubts.Add(new Doubt(kind, null, value, concerned));
    }
}
