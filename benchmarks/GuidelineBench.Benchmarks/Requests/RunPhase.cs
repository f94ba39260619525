namespace GuidelineBench.Benchmarks.Requests;

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
