namespace GuidelineBench.Analysis.Trust;

/// <summary>What keeps a run from a better grade.</summary>
public enum GradeReasonKind
{
    /// <summary>The run has not all of its rounds.</summary>
    Incomplete,

    /// <summary>Fewer rounds than an interval or a judgement of small effects needs.</summary>
    FewRounds,

    /// <summary>Sentences that the measuring part wrote down.</summary>
    Flags,

    /// <summary>The clock moved from round to round.</summary>
    ClockMoved,

    /// <summary>Between the cells the cores gave less than the ceiling that they reach alone.</summary>
    PeakLost,

    /// <summary>Times of cells moved from round to round.</summary>
    RoundsSpread,

    /// <summary>Cells with a time whose output was not compared with the reference.</summary>
    Unverified,

    /// <summary>Cells without a time.</summary>
    Skipped,
}
