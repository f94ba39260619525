using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Blocks;

/// <summary>How many visits a block has, and whether there is time for one more.</summary>
/// <param name="sweepSeconds">Planned time of one visit to every panel.</param>
internal sealed class BlockPace(double sweepSeconds)
{
    /// <summary>Blocks that the time is divided into: enough for a narrow bracket, and each long enough to hold quiet moments.</summary>
    private const int Blocks = 16;

    /// <summary>A sweep beside other load may take longer than the last.</summary>
    private const double Margin = 1.2;

    private double sweep = sweepSeconds;

    /// <summary>What a block takes beside its visits: compiling its plans.</summary>
    private double overhead;

    /// <param name="done">Blocks that are in the file.</param>
    /// <param name="secondsLeft">For blocks.</param>
    /// <returns>Visits to each panel in the next block; 0 when the time is up.</returns>
    public int Visits(int done, double secondsLeft)
    {
        if (Margin * (sweep + overhead) > secondsLeft || done >= BlockLooks.MostBlocks)
            return 0;
        double blockSeconds = secondsLeft / Math.Max(1, Blocks - done);
        return Math.Max(1, (int)Math.Min((blockSeconds - overhead) / sweep, secondsLeft / Margin / sweep));
    }

    /// <summary>Learns from a block what the next ones will take.</summary>
    /// <param name="seconds">Of its visits.</param>
    /// <param name="preparing">Before them.</param>
    public void Took(int visits, double seconds, double preparing)
    {
        sweep = seconds / visits;
        overhead = preparing;
    }
}
