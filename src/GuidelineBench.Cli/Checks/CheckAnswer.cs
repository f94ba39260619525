using GuidelineBench.Analysis.Regressions;

namespace GuidelineBench.Cli.Checks;

/// <summary>The answer of <c>check --format json</c>.</summary>
/// <param name="Verdict">regression, cannot tell or no regression.</param>
/// <param name="Rows">Of the baseline, in its order.</param>
/// <param name="NewRows">That the baseline lacks.</param>
internal sealed record CheckAnswer(
    string Verdict,
    int ExitCode,
    double ThresholdPercent,
    bool SameMachine,
    int BaselineRuns,
    int NewRuns,
    IReadOnlyList<string> Notes,
    IReadOnlyList<CheckRow> Rows,
    IReadOnlyList<CheckGroup> AllRows,
    IReadOnlyList<string> NewRows)
{
    public static CheckAnswer Of(CheckResult result)
    {
        GateJudgement judgement = result.Judgement;
        return new CheckAnswer(
            result.Verdict,
            result.ExitCode,
            judgement.Terms.ThresholdPercent,
            judgement.Terms.SameMachine,
            judgement.BaselineRuns,
            judgement.NewRuns,
            result.Notes,
            [.. judgement.Rows.Select(row => Of(row, judgement.Terms))],
            [.. judgement.Groups.Select(group => new CheckGroup(
                group.Group.Backend, group.Group.Device, group.Group.Threads, group.Rows,
                VerdictText.Of(group.Verdict), VerdictText.Reason(group, judgement.Terms), Percent(group.Change?.Ratio)))],
            [.. judgement.NewCells.Select(judgement.Names.Of)]);
    }

    private static CheckRow Of(RowJudgement row, GateTerms terms) => new(row.Cell)
    {
        Verdict = VerdictText.Of(row.Verdict),
        Reason = VerdictText.Reason(row, terms),
        Regressed = row.Regressed,
        ChangePercent = Percent(row.Change?.Ratio),
        UpperPercent = Percent(row.Change?.Upper),
        VisiblePercent = Percent(row.Change?.SmallestVisible),
        PlanDiffers = row.Facts.Any(fact => fact.Kind == FactKind.Plan),
    };

    internal static double? Percent(double? ratio) => ratio is { } value ? Math.Round(100 * (value - 1), 2) : null;
}
