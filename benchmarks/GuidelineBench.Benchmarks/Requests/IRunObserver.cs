namespace GuidelineBench.Benchmarks.Requests;

/// <summary>Follows a run. Called on the threads that measure, between samples: implementations return at once.</summary>
public interface IRunObserver
{
    /// <param name="cells">Cells of the run.</param>
    /// <param name="firstRound">The round that is measured first, from 1; above 1 when a run is resumed.</param>
    /// <param name="rounds">Rounds of the whole run; null when they go on for a time.</param>
    void Started(int cells, int firstRound, int? rounds);

    void PhaseStarted(RunPhase phase);

    /// <param name="skipped">Why the cell gets no number; null when it will be measured.</param>
    void CellPrepared(string cell, string? skipped);

    /// <param name="round">From 1.</param>
    void RoundStarted(int round);

    /// <param name="sampleNs">The cell's last sample in this round, nanoseconds per forward pass.</param>
    /// <param name="timeLeft">Estimated time until the last round ends.</param>
    void CellMeasured(string cell, int round, double sampleNs, TimeSpan timeLeft);

    /// <summary>The round's samples are in the file.</summary>
    void RoundFinished(int round);

    /// <summary>Cells that are compared were visited once more.</summary>
    /// <param name="block">From 1.</param>
    /// <param name="timeLeft">Most that sampling may still take; it ends before where everything is decided.</param>
    void Visited(int block, TimeSpan timeLeft);

    /// <summary>The block's times are in the file.</summary>
    void BlockFinished(int block, TimeSpan timeLeft);
}

/// <summary>What a run is doing.</summary>
public enum RunPhase
{
    /// <summary>Plans are compiled, verified against Reference and warmed.</summary>
    Preparing,

    /// <summary>The machine's limits are measured.</summary>
    Ceilings,

    /// <summary>Cells are timed.</summary>
    Measuring,

    /// <summary>Run time is split operator by operator.</summary>
    Splitting,
}
