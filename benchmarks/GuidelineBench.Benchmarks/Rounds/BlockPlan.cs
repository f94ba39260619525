using System.Diagnostics;
using GuidelineBench.Benchmarks.Blocks;
using GuidelineBench.Benchmarks.Ceilings;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>
/// The plan of a run whose claims rest on blocks: blocks until everything is decided or the time is up, and between them a few
/// rounds, spread over the run.
/// </summary>
internal sealed class BlockPlan(
    RunRequest request, BlockTerms terms, CompiledCells cells, CeilingSet ceilings, RunRecord record, RoundMeasurement rounds, CoreShare share, IRunObserver observer)
{
    /// <summary>Blocks between two rounds.</summary>
    private const int BlocksPerRound = 2;

    private const double VisitSeconds = 0.15, QuickVisitSeconds = 0.05;

    /// <summary>The file is written whole; more often than this it would take the disk's time and the cores' for little.</summary>
    private static readonly TimeSpan LeastTimeBetweenWrites = TimeSpan.FromSeconds(10);

    private readonly int firstBlock = (request.Resume is null ? 0 : Resumption.FinishedBlocks(request.Resume)) + 1;

    private double roundSeconds;

    /// <param name="firstRound">From 1.</param>
    /// <exception cref="OperationCanceledException">Asked to stop: the file holds what was finished.</exception>
    public void Run(int firstRound, CancellationToken cancellation)
    {
        var panels = Panel.Of(
            cells.Measured.Where(cell => record.File.Cells[cell.Index].Skipped is null), onlyCompared: request is { Quick: true, HasEngines: true });
        var blocks = new BlockMeasurement(panels, request.Seed, request.Quick ? QuickVisitSeconds : VisitSeconds);
        var blockPace = new BlockPace();
        var pace = new Pace(cells.Measured, request.Quick, request.RoundCount - firstRound + 1, request.Clock);
        int round = firstRound;
        long written = Stopwatch.GetTimestamp();
        for (int block = firstBlock; ; block++)
        {
            if (block > (round - 1) * BlocksPerRound)
                MeasureRound();
            int visits = panels.IsEmpty ? 0 : blockPace.Visits(block - 1, SecondsForBlocks(), blocks.FirstSweepSeconds, blocks.SweepSeconds);
            if (visits == 0)
                break;
            Measure(block, visits);
            if (Stopwatch.GetElapsedTime(written) >= LeastTimeBetweenWrites)
            {
                record.Write(ceilings.Best, complete: false);
                written = Stopwatch.GetTimestamp();
            }

            observer.BlockFinished(block, TimeLeft());
            if (!BlockLooks.After.Contains(block))
                continue;
            IReadOnlySet<(string, string)> open = terms.Open(record.File with { Complete = true });
            if (open.Count == 0)
                break;
            blocks.Favour(panel => open.Contains((panel.Experiment, panel.Scale)));
        }

        while (round <= request.RoundCount)
            MeasureRound();

        void Measure(int block, int visits)
        {
            long start = Stopwatch.GetTimestamp();
            share.Watch(() => record.AddBlock(blocks.Run(block, visits, () => observer.Visited(block, TimeLeft()), cancellation)));
            foreach (MeasuredCell cell in cells.Measured.Where(cell => cell.Failure is not null))
                record.Skip(cell.Index, $"it failed while it was measured: {cell.Failure}");
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            blockPace.Took(blocks.FirstSweepSeconds + (visits - 1) * blocks.SweepSeconds, seconds - blocks.RenewingSeconds, blocks.RenewingSeconds);
        }

        void MeasureRound()
        {
            if (round > request.RoundCount)
                return;
            long start = Stopwatch.GetTimestamp();
            rounds.Run(round, pace, request.RoundCount - round, () => TimeSpan.Zero, cancellation);
            roundSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            round++;
            written = Stopwatch.GetTimestamp();
        }

        double SecondsForBlocks() => terms.TimeLeft().TotalSeconds - (request.RoundCount - round + 1) * roundSeconds;

        TimeSpan TimeLeft() => terms.TimeLeft() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
