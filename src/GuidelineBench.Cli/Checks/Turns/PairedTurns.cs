using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Checks.Turns;

/// <summary>
/// Two builds that measure in turn at the grain of passes, A B B A, so that nothing that disturbs the machine for longer than some
/// milliseconds disturbs one of them alone.
/// </summary>
internal sealed class PairedTurns(TurnProcess before, TurnProcess after, int seed)
{
    /// <summary>How long a cell of one build stays; as in a run, where cells of one build take turns.</summary>
    private const double StayNs = 8e6, WholePassNs = 4e6;

    /// <summary>Blocks of one start of the two builds.</summary>
    public const int Blocks = 8;

    private readonly string[] cells = [.. before.Cells.Intersect(after.Cells)];

    /// <param name="time">For all blocks.</param>
    /// <exception cref="CommandException">A build failed.</exception>
    public (ResultFile Before, ResultFile After) Measure(TimeSpan time, CancellationToken cancellation)
    {
        var random = new Random(seed);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (int block = 1; block <= Blocks; block++)
        {
            // One visit to each cell at least, whatever the time.
            do
            {
                random.Shuffle(cells);
                foreach (string cell in cells)
                {
                    cancellation.ThrowIfCancellationRequested();
                    Visit(cell, random.Next(2) == 0);
                }
            }
            while (clock.Elapsed < time * block / Blocks);
            before.EndBlock();
            after.EndBlock();
        }

        return (before.End(), after.End());
    }

    private void Visit(string cell, bool beforeFirst)
    {
        double passNs = Math.Max(before.PassNs(cell), after.PassNs(cell));
        (int passes, bool bySteps) = (Math.Max(1, (int)(StayNs / passNs)), passNs > WholePassNs);
        foreach (bool isFirst in new[] { true, false, false, true })
            (isFirst == beforeFirst ? before : after).Stay(cell, passes, bySteps);
    }
}
