using System.Diagnostics;
using GuidelineBench.Benchmarks.Cells;

namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>Estimates when the last round will end: the planned time of what is missing, stretched as what is done was.</summary>
internal sealed class TimeLeft(IReadOnlyCollection<MeasuredCell> cells, int samples, int rounds)
{
    private readonly double plannedSeconds = rounds * cells.Sum(cell => SampleCount.CellSeconds(cell, samples));
    private readonly long start = Stopwatch.GetTimestamp();
    private double doneSeconds;

    public TimeSpan After(MeasuredCell cell)
    {
        doneSeconds += SampleCount.CellSeconds(cell, samples);
        double stretch = Stopwatch.GetElapsedTime(start).TotalSeconds / doneSeconds;
        return TimeSpan.FromSeconds(Math.Max(0, plannedSeconds - doneSeconds) * stretch);
    }
}
