namespace GuidelineBench.Analysis.Regressions;

/// <summary>What all rows of a group did together: a change that no single row shows, as each is judged beside the others.</summary>
/// <param name="Rows">That were compared.</param>
/// <param name="Change">Of the middle row's time, over the ceiling or, on the same machine, as it is; null where there is none.</param>
public sealed record GroupJudgement(DeviceRows Group, int Rows, ChangeVerdict Verdict, ChangeReason Reason, TimeChange? Change);
