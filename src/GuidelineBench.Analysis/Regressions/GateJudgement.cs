using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Regressions;

/// <summary>Two sets of runs, compared.</summary>
/// <param name="Rows">Of the baseline, in its order.</param>
/// <param name="Groups">In the order of their first rows; those with rows enough to have a middle.</param>
/// <param name="NewCells">That the baseline lacks; judged by nothing.</param>
/// <param name="LeftOut">Rows of the baseline that the new run was not asked for.</param>
/// <param name="BaselineRuns">The baseline's own and those of its calibration.</param>
public sealed record GateJudgement(
    GateTerms Terms,
    ImmutableArray<RowJudgement> Rows,
    ImmutableArray<GroupJudgement> Groups,
    ImmutableArray<CellResult> NewCells,
    int LeftOut,
    int BaselineRuns,
    int NewRuns)
{
    /// <summary>What its rows are called.</summary>
    public CellNaming Names { get; } = CellNaming.Among(Rows.Select(row => row.Cell).Concat(NewCells).Select(CellKey.Of));

    public bool Regressed => Rows.Any(row => row.Regressed) || Groups.Any(group => group.Verdict == ChangeVerdict.Slower);

    /// <summary>Whether a slowdown of the threshold could be there unseen in any row, or in all of them.</summary>
    public bool IsOpen => Rows.Any(row => row.IsOpen) || Groups.Any(group => group.Verdict == ChangeVerdict.CannotTell);
}
