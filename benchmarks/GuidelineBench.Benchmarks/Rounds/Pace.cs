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
