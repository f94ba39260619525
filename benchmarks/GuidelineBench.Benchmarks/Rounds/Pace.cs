using GuidelineBench.Benchmarks.Cells;

namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>
/// Keeps a run within its time. When other load makes everything slower than planned, later rounds take fewer samples:
/// claims rest on ratios inside rounds, so rounds are worth more than samples.
/// </summary>
/// <param name="clock">Of the rounds.</param>
internal sealed class Pace(IReadOnlyCollection<MeasuredCell> cells, bool quick, int rounds, TimeProvider clock)
{
    private readonly long start = clock.GetTimestamp();
    private double plannedSecondsDone;
    private double plannedSecondsLeft;
    private int samples;
    private TimeSpan paused;

    private double ElapsedSeconds => (clock.GetElapsedTime(start) - paused).TotalSeconds;

    /// <summary>Never below 1: the plan is made of the fastest forward passes.</summary>
    private double Stretch => plannedSecondsDone == 0 ? 1 : Math.Max(1, ElapsedSeconds / plannedSecondsDone);

    /// <summary>A pause between rounds is no time that cells took.</summary>
    public void Paused(TimeSpan pause) => paused += pause;

    /// <param name="roundsLeft">The round that begins included.</param>
    /// <returns>Samples of each cell in the round that begins.</returns>
    public int NextRound(int roundsLeft)
    {
        double secondsLeft = SampleCount.BudgetSeconds(rounds, quick) - ElapsedSeconds;
        samples = SampleCount.Of(cells, quick, Stretch, secondsLeft / roundsLeft);
        plannedSecondsLeft = roundsLeft * cells.Sum(cell => SampleCount.CellSeconds(cell, samples));
        return samples;
    }

    /// <returns>Estimated time until the last round ends.</returns>
    public TimeSpan After(MeasuredCell cell)
    {
        double planned = SampleCount.CellSeconds(cell, samples);
        plannedSecondsDone += planned;
        plannedSecondsLeft -= planned;
        return TimeSpan.FromSeconds(Math.Max(0, plannedSecondsLeft) * Stretch);
    }
}

/// <summary>The order in which a round visits the cells: another in every round, so that no cell always runs early, late or after the same one.</summary>
internal static class RoundOrder
{
    /// <param name="round">From 1. The order depends on seed and round alone, so a resumed run continues as it would have.</param>
    /// <returns>0 to count - 1, shuffled.</returns>
    public static int[] Of(int count, int seed, int round)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        // A prime apart, so that neighbouring seeds do not share their rounds' orders.
        new Random(unchecked(seed * 7919 + round)).Shuffle(order);
        return order;
    }
}

/// <summary>
/// How many samples of each cell a round takes: the same for all its cells, as many as the time allows; fewer of a cell
/// whose single forward pass is long, because interruptions vanish in it and its time is what the round has.
/// </summary>
internal static class SampleCount
{
    public const int Most = 5, Least = 2, QuickMost = 2, QuickLeast = 1;

    /// <summary>15 rounds in 150 s and 5 in 25 s leave the rest of 4 minutes and 60 s to verification, ceilings and the report.</summary>
    private const double RoundSeconds = 10, QuickRoundSeconds = 5;

    /// <summary>A cell's samples in a round need not be longer than this together: 5 of 100 ms, 1 of 300 ms and more.</summary>
    private const double CellNs = 0.5e9;

    /// <summary>BenchmarkDotNet's own time for a case, about 3 ms on a fast core, and a trial of the ceiling after it.</summary>
    private const double CaseSeconds = 9e-3;

    /// <returns>Seconds that all rounds may take together.</returns>
    public static double BudgetSeconds(int rounds, bool quick) => rounds * (quick ? QuickRoundSeconds : RoundSeconds);

    /// <param name="stretch">How many times longer than planned things take, because of other load.</param>
    /// <param name="roundSeconds">Time for the round.</param>
    public static int Of(IReadOnlyCollection<MeasuredCell> cells, bool quick, double stretch, double roundSeconds)
    {
        (int most, int least) = quick ? (QuickMost, QuickLeast) : (Most, Least);
        int count = most;
        while (count > least && stretch * cells.Sum(cell => CellSeconds(cell, count)) > roundSeconds)
            count--;
        return count;
    }

    /// <param name="samples">Of the round's cells.</param>
    /// <returns>Of this one.</returns>
    public static int OfCell(MeasuredCell cell, int samples) => Math.Clamp((int)(CellNs / cell.IterationNs), 1, samples);

    /// <returns>Planned time of one cell in one round, its warm-up included, seconds.</returns>
    public static double CellSeconds(MeasuredCell cell, int samples) =>
        CaseSeconds + (1 + OfCell(cell, samples)) * cell.IterationNs / 1e9;
}
