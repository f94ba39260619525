using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Ceilings;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Jobs;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>One round after the other, each with all cells in a new order, by BenchmarkDotNet.</summary>
/// <param name="share">Watches what the process gets of its cores.</param>
internal sealed class RoundMeasurement(
    RunRequest request, CompiledCells cells, CeilingSet ceilings, RunRecord record, ScratchFolder scratch, CoreShare share, IRunObserver observer)
{
    private readonly long start = request.Clock.GetTimestamp();

    /// <summary>What the machine's sensors said after each round.</summary>
    public List<ThrottleState> Throttling { get; } = [];

    public TimeSpan Elapsed => request.Clock.GetElapsedTime(start);

    /// <param name="round">From 1.</param>
    /// <param name="timeAfter">What the run takes after this round's cells, to be added to the time left that is shown.</param>
    /// <exception cref="OperationCanceledException">Asked to stop.</exception>
    public void Run(int round, Pace pace, int roundsLeft, Func<TimeSpan> timeAfter, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        observer.RoundStarted(round);
        RoundConditions conditions = ConditionsProbe.Now() with
        {
            StartedSeconds = request.Resume is null ? Math.Round(Elapsed.TotalSeconds, 3) : null,
        };
        var samplesByCell = new Dictionary<int, ImmutableArray<double>>();
        var peaks = new List<double>();
        int samples = pace.NextRound(roundsLeft + 1);
        share.Watch(() => RoundBenchmark.Run(
            InOrder(round),
            cell => SampleCount.OfCell(cell, samples),
            scratch.Path,
            Measured,
            cancellation));
        RoundConditions end = ConditionsProbe.Now();
        Throttling.Add(ConditionsProbe.Throttling());
        ceilings.Refresh();
        record.AddRound(
            conditions with { EndClockMHz = end.ClockMHz, EndTemperatureC = end.TemperatureC, FmaGflops = CellNumbers.Median(peaks) },
            samplesByCell);
        record.Write(ceilings.Best, complete: false);
        observer.RoundFinished(round);

        void Measured(MeasuredCell cell, ImmutableArray<double> samples)
        {
            if (cell.Failure is { } failure)
                record.Skip(cell.Index, $"it failed while it was measured: {failure}");
            samplesByCell.Add(cell.Index, samples);
            if (ceilings.Sample() is { } gflops)
                peaks.Add(gflops);
            observer.CellMeasured(cell.Definition.ToString(), round, samples.LastOrDefault(double.NaN), pace.After(cell) + timeAfter());
        }
    }

    /// <returns>The cells that may be timed in the order of the round, which is drawn over all cells so that a skipped one does not change it.</returns>
    private IEnumerable<MeasuredCell> InOrder(int round)
    {
        Dictionary<int, MeasuredCell> byIndex = cells.Measured
            .Where(cell => record.File.Cells[cell.Index].Skipped is null)
            .ToDictionary(cell => cell.Index);
        return RoundOrder.Of(record.File.Cells.Length, request.Seed, round)
            .Where(byIndex.ContainsKey)
            .Select(index => byIndex[index]);
    }
}
