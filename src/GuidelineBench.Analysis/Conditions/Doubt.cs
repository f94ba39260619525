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
