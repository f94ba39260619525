using GuidelineBench.Benchmarks.Cells;

namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>How many samples of each cell a round takes: the same for all cells, as many as fit, so that slow machines end in time too.</summary>
internal static class SampleCount
{
    private const int Most = 5, Least = 2, QuickMost = 2, QuickLeast = 1;

    /// <summary>15 rounds in 150 s and 5 in 25 s leave the rest of 4 minutes and 60 s to verification, ceilings and the report.</summary>
    private const double RoundSeconds = 10, QuickRoundSeconds = 5;

    /// <summary>BenchmarkDotNet's own time for a case, seconds; about 5 ms on a fast core.</summary>
    private const double CaseSeconds = 0.01;

    public static int Of(IReadOnlyCollection<MeasuredCell> cells, bool quick)
    {
        (int most, int least, double seconds) = quick ? (QuickMost, QuickLeast, QuickRoundSeconds) : (Most, Least, RoundSeconds);
        int count = most;
        while (count > least && cells.Sum(cell => CellSeconds(cell, count)) > seconds)
            count--;
        return count;
    }

    /// <returns>Expected time of one cell in one round, its warm-up included, seconds.</returns>
    public static double CellSeconds(MeasuredCell cell, int samples) => CaseSeconds + (1 + samples) * cell.IterationNs / 1e9;
}
