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

/// <summary>What all rows of a group did together: a change that no single row shows, as each is judged beside the others.</summary>
/// <param name="Rows">That were compared.</param>
/// <param name="Change">Of the middle row's time, over the ceiling or, on the same machine, as it is; null where there is none.</param>
public sealed record GroupJudgement(DeviceRows Group, int Rows, ChangeVerdict Verdict, ChangeReason Reason, TimeChange? Change);

/// <summary>Rows that share a device and a number of threads, and with it what moves all times of a run together.</summary>
public sealed record DeviceRows(string Backend, string? Device, int Threads)
{
    public static DeviceRows Of(CellKey key) => new(key.Backend, key.Device, key.Threads);
}

/// <summary>The files cannot be compared; the message is one line: what, and what is allowed.</summary>
public sealed class RegressionException(string message) : Exception(message);
