using GuidelineBench.Benchmarks.Cells;

namespace GuidelineBench.Benchmarks.Rounds;

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
