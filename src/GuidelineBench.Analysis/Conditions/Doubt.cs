using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Conditions;

/// <summary>One reason to trust a run less.</summary>
/// <param name="Text">The flag's sentence; null for other kinds.</param>
/// <param name="Value">
/// Rounds in the file (Incomplete, FewRounds), the largest spread in parts of the median (ClockMoved, RoundsSpread), or what was
/// lost in parts of the ceiling (PeakLost).
/// </param>
/// <param name="Cells">The cells that it concerns; empty when it concerns the run.</param>
public sealed record Doubt(DoubtKind Kind, string? Text, double? Value, ImmutableArray<CellResult> Cells);

/// <summary>What makes a run or a cell doubtful.</summary>
public enum DoubtKind
{
    /// <summary>The run has not all of its rounds.</summary>
    Incomplete,

    /// <summary>Too few rounds for intervals.</summary>
    FewRounds,

    /// <summary>A sentence that the measuring part wrote down.</summary>
    Flag,

    /// <summary>The clock moved from round to round.</summary>
    ClockMoved,

    /// <summary>Between the cells the cores gave less than the ceiling that they reach alone.</summary>
    PeakLost,

    /// <summary>Cells whose time moved from round to round.</summary>
    RoundsSpread,

    /// <summary>Cells whose fastest sample in the rounds lies well off their floor in the blocks.</summary>
    FloorsDiffer,

    /// <summary>Cells with a time whose output was not compared with the reference.</summary>
    Unverified,

    /// <summary>Cells without a time.</summary>
    Skipped,
}
