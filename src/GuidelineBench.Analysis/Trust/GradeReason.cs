namespace GuidelineBench.Analysis.Trust;

/// <summary>One thing that keeps a run from a better grade.</summary>
/// <param name="AtBest">The best grade that it allows.</param>
/// <param name="Value">
/// Rounds in the file (Incomplete, FewRounds), flags (Flags), cells (Unverified, Skipped), spread of the clock in parts of
/// its median (ClockMoved), loss in parts of the ceiling (PeakLost), or spread of the cell in the middle in parts of its median (RoundsSpread).
/// </param>
/// <param name="Cells">Cells that it concerns; 0 where it concerns the run.</param>
public sealed record GradeReason(GradeReasonKind Kind, Grade AtBest, double Value, int Cells);
