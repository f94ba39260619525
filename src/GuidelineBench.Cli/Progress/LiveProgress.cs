using GuidelineBench.Benchmarks.Requests;
using Spectre.Console;

namespace GuidelineBench.Cli.Progress;

/// <summary>A bar with the time left. It is drawn between samples, never by a timer: a timer would draw while a cell is measured.</summary>
internal sealed class LiveProgress(ProgressContext context, TimeProvider clock) : IRunObserver
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(500);

    private readonly ProgressTask task = context.AddTask("starting");
    private int cells, first;
    private int? last;
    private long lastDrawn;

    public void Started(int cells, int firstRound, int? rounds) => (this.cells, first, last) = (cells, firstRound, rounds);

    public void PhaseStarted(RunPhase phase)
    {
        task.Description = PhaseText.Of(phase, cells);
        task.MaxValue = phase switch
        {
            RunPhase.Preparing => cells,
            RunPhase.Ceilings or RunPhase.Splitting => 1,
            // Without a known number of rounds the bar is filled by each one.
            _ => Math.Max(1, cells * ((last ?? first) - first + 1)),
        };
        task.Value = 0;
        Draw();
    }

    public void CellPrepared(string cell, string? skipped) => Advance();

    public void RoundStarted(int round)
    {
    }

    public void CellMeasured(string cell, int round, double sampleNs, TimeSpan timeLeft)
    {
        task.Description = $"{RoundText.Of(round, last)}, {DurationText.Of(timeLeft)} left";
        Advance();
    }

    public void RoundFinished(int round)
    {
        // Skipped cells are never measured, so the count is set right once a round.
        task.Value = cells * (round - first + 1);
        Draw();
    }

    public void Visited(int block, TimeSpan timeLeft)
    {
        task.Description = $"{RoundText.OfBlock(block)}, {DurationText.Of(timeLeft)} left at most";
        if (clock.GetElapsedTime(lastDrawn) >= LeastPause)
            Draw();
    }

    public void BlockFinished(int block, TimeSpan timeLeft) => Draw();

    private void Advance()
    {
        task.Increment(1);
        if (clock.GetElapsedTime(lastDrawn) >= LeastPause)
            Draw();
    }

    private void Draw()
    {
        lastDrawn = clock.GetTimestamp();
        context.Refresh();
    }
}
