namespace GuidelineBench.Analysis.Trust;

/// <summary>One thing that keeps a run from a better grade.</summary>
/// <param name="AtBest">The best grade that it allows.</param>
/// <param name="Value">
/// Rounds in the file (Incomplete, FewRounds), flags (Flags), cells (Unverified, Skipped), spread of the clock in parts of
/// its median (ClockMoved), loss in parts of the ceiling (PeakLost), or spread of the cell in the middle in parts of its median (RoundsSpread).
/// </param>
/// <param name="Cells">Cells that it concerns; 0 where it concerns the run.</param>
public sealed record GradeReason(GradeReasonKind Kind, Grade AtBest, double Value, int Cells);

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
