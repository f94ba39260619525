namespace GuidelineBench.Analysis.Effects;

/// <summary>Why a ratio has no interval.</summary>
public enum NoInterval
{
    /// <summary>Fewer rounds than an interval of useful coverage needs.</summary>
    TooFewRounds,

    /// <summary>The run ended early; when it ended may have depended on what it showed.</summary>
    RunIncomplete,

    /// <summary>A cell that the ratio needs was skipped or is in the file twice.</summary>
    CellUnfit,
}
