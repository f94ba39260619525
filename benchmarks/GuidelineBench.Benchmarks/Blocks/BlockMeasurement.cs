using System.Collections.Immutable;
using System.Diagnostics;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Blocks;

/// <summary>
/// Measures block by block. BenchmarkDotNet's case costs 3 ms and visits cells seconds apart; on a shared machine the ratio of
/// two cells then moves by 15 to 25 %. Here single passes follow each other in turn.
/// </summary>
/// <param name="visitSeconds">Of all cells of a panel, and again of its headline's: short, so that a run has many visits at all times.</param>
internal sealed class BlockMeasurement(ImmutableArray<Panel> panels, int seed, double visitSeconds)
{
    private Func<Panel, bool> isOpen = _ => true;

    /// <summary>Planned time of a block's first sweep, over all panels.</summary>
    public double FirstSweepSeconds => Seconds(panels);

    /// <summary>Planned time of each further sweep, over the panels that are open.</summary>
    public double SweepSeconds => Seconds(panels.Where(isOpen));

    /// <summary>What compiling the plans of the last block took.</summary>
    public double RenewingSeconds { get; private set; }

    /// <summary>From now on the other panels are visited once in a block.</summary>
    public void Favour(Func<Panel, bool> open) => isOpen = open;

    /// <param name="block">From 1; with the seed it gives the order of everything.</param>
    /// <param name="visits">To each panel that is open, spread over the block; 1 or more.</param>
    /// <param name="visited">Called after each visit.</param>
    /// <returns>By index of the cell; cells that failed are not there.</returns>
    /// <exception cref="OperationCanceledException">Asked to stop.</exception>
    public Dictionary<int, BlockTime> Run(int block, int visits, Action visited, CancellationToken cancellation)
    {
        var times = panels.SelectMany(panel => panel.Cells.Select(cell => (Cell: cell, Times: new PassTimes(panel.IsByStep(cell)))))
            .ToDictionary(item => item.Cell, item => item.Times);
        // A prime apart, so that neighbouring seeds do not share their blocks' orders.
        var random = new Random(unchecked(seed * 7907 + block));
        long start = Stopwatch.GetTimestamp();
        // So that a block's times hold a new place in memory too. A device's kernels take long to compile, and it places memory by itself.
        foreach (MeasuredCell cell in times.Keys.Where(cell => cell.Definition.Device is null))
            cell.Renew();
        RenewingSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        for (int sweep = 0; sweep < Math.Max(1, visits); sweep++)
        {
            Panel[] order = [.. sweep == 0 ? panels : panels.Where(isOpen)];
            random.Shuffle(order);
            foreach (Panel panel in order)
            {
                cancellation.ThrowIfCancellationRequested();
                Visit(panel, times, random);
                visited();
            }
        }

        return times
            .Where(item => item.Key.Failure is null)
            .Select(item => (item.Key.Index, Time: item.Value.Block()))
            .Where(item => item.Time is not null)
            .ToDictionary(item => item.Index, item => item.Time!);
    }

    private double Seconds(IEnumerable<Panel> visited) =>
        visited.Sum(panel => new[] { panel.Cells, panel.Headline }.Sum(cells => 2 * Pairs(panel, cells) * panel.TurnSeconds(cells)));

    /// <returns>Pairs of turns: as many as come nearest to the time, one at least.</returns>
    private int Pairs(Panel panel, ImmutableArray<MeasuredCell> cells) =>
        cells.IsEmpty ? 0 : Math.Max(1, (int)Math.Round(visitSeconds / (2 * panel.TurnSeconds(cells))));

    private void Visit(Panel panel, Dictionary<MeasuredCell, PassTimes> times, Random random)
    {
        try
        {
            foreach (MeasuredCell cell in panel.Cells)
                cell.Open();
            TakeTurns(panel, panel.Cells, times, random);
            TakeTurns(panel, panel.Headline, times, random);
        }
        finally
        {
            foreach (MeasuredCell cell in panel.Cells)
                cell.Close();
        }
    }

    private void TakeTurns(Panel panel, ImmutableArray<MeasuredCell> cells, Dictionary<MeasuredCell, PassTimes> times, Random random)
    {
        foreach (int index in VisitOrder.Of(cells.Length, Pairs(panel, cells), random))
        {
            MeasuredCell cell = cells[index];
            for (int pass = 0; pass < panel.WarmingPasses(cell); pass++)
                cell.Run();
            for (int pass = 0; pass < Panel.TimedPasses(cell); pass++)
                cell.Run(times[cell]);
        }
    }
}
