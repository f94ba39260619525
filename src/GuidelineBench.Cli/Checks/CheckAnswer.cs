using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Core.Results;

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

/// <summary>One row of <c>check --format json</c>.</summary>
internal sealed record CheckRow : CellAxes
{
    [SetsRequiredMembers]
    public CheckRow(CellResult cell)
        : base(cell) => (Experiment, Row, Scale, Setting, Verdict, Reason) = (cell.Experiment, cell.Row, cell.Scale, cell.Setting, "", "");

    [JsonPropertyOrder(-2)]
    public string Experiment { get; }

    [JsonPropertyOrder(-2)]
    public string Row { get; }

    /// <summary>Null for networks, as setting.</summary>
    [JsonPropertyOrder(-2)]
    public string? Scale { get; }

    [JsonPropertyOrder(-2)]
    public string? Setting { get; }

    /// <summary>Of the time: same, faster, slower or cannot tell.</summary>
    public required string Verdict { get; init; }

    public required string Reason { get; init; }

    /// <summary>By its time, by a fact, or because it has no time any more.</summary>
    public required bool Regressed { get; init; }

    /// <summary>Of the time, above 0 is slower; null where it was not judged, as the next two.</summary>
    public double? ChangePercent { get; init; }

    /// <summary>A slowdown above this is excluded.</summary>
    public double? UpperPercent { get; init; }

    /// <summary>The smallest slowdown that would be found.</summary>
    public double? VisiblePercent { get; init; }

    /// <summary>Layouts and tiles are others than in the baseline.</summary>
    public bool PlanDiffers { get; init; }
}

/// <summary>All rows of a backend, device and thread count together in <c>check --format json</c>.</summary>
/// <param name="ChangePercent">Above 0 is slower; null where it was not judged.</param>
internal sealed record CheckGroup(string Backend, string? Device, int Threads, int Rows, string Verdict, string Reason, double? ChangePercent);
