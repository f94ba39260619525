using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Regressions;

/// <summary>One row of the baseline, judged.</summary>
/// <param name="Cell">The baseline's.</param>
/// <param name="Change">Of the row's time over what the run as a whole did; null where <paramref name="Reason"/> says why there is none.</param>
/// <param name="Facts">That changed, of any of the new runs.</param>
/// <param name="Skipped">Why a new run has no time; null when it has.</param>
public sealed record RowJudgement(
    CellResult Cell, ChangeVerdict Verdict, ChangeReason Reason, TimeChange? Change, ImmutableArray<FactChange> Facts, string? Skipped = null)
{
    public bool Regressed =>
        Verdict == ChangeVerdict.Slower || Reason == ChangeReason.LostItsTime || Facts.Any(fact => fact.Regressed);

    /// <summary>Whether a slowdown of the threshold could be there unseen; a row without a time in the baseline is not gated.</summary>
    public bool IsOpen => !Regressed && Verdict == ChangeVerdict.CannotTell && Reason != ChangeReason.NoTimeInBaseline;
}
