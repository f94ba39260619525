using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Blocks;

/// <summary>How many visits a block has, and whether there is time for one more.</summary>
internal sealed class BlockPace
{
    /// <summary>Blocks that the time is divided into: enough for a narrow bracket, and each long enough to hold quiet moments.</summary>
    private const int Blocks = 16;

    /// <summary>A sweep beside other load may take longer than the last.</summary>
    private const double Margin = 1.2;

    /// <summary>How many times as long as planned visits take.</summary>
    private double slowness = 1;

    /// <summary>What a block takes beside its visits: compiling its plans.</summary>
    private double overhead;

    /// <param name="done">Blocks that are in the file.</param>
    /// <param name="secondsLeft">For blocks.</param>
    /// <param name="first">Planned seconds of the first sweep of a block.</param>
    /// <param name="further">Of each further one.</param>
    /// <returns>Sweeps of the next block; 0 when the time is up.</returns>
    public int Visits(int done, double secondsLeft, double first, double further)
    {
        double least = slowness * first + overhead;
        if (Margin * least > secondsLeft || done >= BlockLooks.MostBlocks)
            return 0;
        double blockSeconds = secondsLeft / Math.Max(1, Blocks - done);
        return 1 + Math.Max(0, (int)((Math.Min(blockSeconds, secondsLeft / Margin) - least) / (slowness * further)));
    }

    /// <summary>Learns from a block what the next ones will take.</summary>
    /// <param name="planned">Seconds of its visits.</param>
    /// <param name="seconds">What they took.</param>
    /// <param name="preparing">Before them.</param>
    public void Took(double planned, double seconds, double preparing)
    {
        slowness = seconds / planned;
        overhead = preparing;
    }
}
