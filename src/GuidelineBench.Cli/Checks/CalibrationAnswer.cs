using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Documents;
using GuidelineBench.Reporting.Exports;

namespace GuidelineBench.Cli.Checks;

/// <summary>The answer of <c>check --calibrate</c>: the smallest change that can be seen, row by row.</summary>
/// <param name="Runs">The baseline's own and those that were measured.</param>
internal sealed record CalibrationAnswer(string Baseline, int Runs, double ThresholdPercent, IReadOnlyList<CalibrationRow> Rows)
{
    public static CalibrationAnswer Of(string baseline, ResultFile calibrated, GateTerms terms)
    {
        var names = CellNaming.Among(calibrated);
        return new CalibrationAnswer(
            baseline,
            calibrated.Noise.Length + 1,
            terms.ThresholdPercent,
            [.. RowEnvelope.Of(calibrated, terms).Select(row => new CalibrationRow(row.Cell, names.Variation(CellKey.Of(row.Cell)))
            {
                SpreadPercent = CheckAnswer.Percent(row.Spread),
                OneRunPercent = CheckAnswer.Percent(row.VisibleInOneRun),
                ThreeRunsPercent = CheckAnswer.Percent(row.VisibleInThreeRuns),
            })]);
    }

    public void WriteText(Terminal terminal)
    {
        terminal.WriteTable(
            ["experiment", "row", "scale", "", "spread %", "visible in 1 run %", "in 3 runs %"],
            Rows.Select(row => (IReadOnlyList<string>)
            [
                row.Experiment, row.Row, row.Scale ?? "", row.Variation ?? "",
                Text(row.SpreadPercent), Text(row.OneRunPercent), Text(row.ThreeRunsPercent),
            ]),
            4, 5, 6);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(Headline);
    }

    public string WriteMarkdown() => Markdown.Write(
        new Paragraph(Headline),
        new Columns<CalibrationRow>()
            .Text("experiment", row => row.Experiment)
            .Text("row", row => row.Row)
            .Text("scale", row => row.Scale)
            .Text("", row => row.Variation)
            .Number("spread %", row => Text(row.SpreadPercent))
            .Number("visible in 1 run %", row => Text(row.OneRunPercent))
            .Number("in 3 runs %", row => Text(row.ThreeRunsPercent))
            .Table("", Rows));

    public string Headline => FormattableString.Invariant(
        $"{Rows.Count(row => row.OneRunPercent <= ThresholdPercent)} of {Rows.Count} rows show a slowdown of {ThresholdPercent:0.##} % in one run, {Rows.Count(row => row.ThreeRunsPercent <= ThresholdPercent)} in three; {Runs} runs are kept in {Baseline}");

    private static string Text(double? percent) => percent is { } value ? FormattableString.Invariant($"{value:0.0}") : "-";
}

/// <summary>What a calibration says about one row.</summary>
internal sealed record CalibrationRow : CellAxes
{
    [SetsRequiredMembers]
    public CalibrationRow(CellResult cell, string? variation)
        : base(cell) => (Experiment, Row, Scale, Variation) = (cell.Experiment, cell.Row, cell.Scale, variation);

    [JsonPropertyOrder(-2)]
    public string Experiment { get; }

    [JsonPropertyOrder(-2)]
    public string Row { get; }

    [JsonPropertyOrder(-2)]
    public string? Scale { get; }

    /// <summary>What sets it apart from others of its row and scale.</summary>
    [JsonIgnore]
    public string? Variation { get; }

    /// <summary>Deviation of the row's time between runs, beside the others; null where a run has no time of it.</summary>
    public double? SpreadPercent { get; init; }

    /// <summary>The smallest slowdown that one run of as many rounds shows.</summary>
    public double? OneRunPercent { get; init; }

    /// <summary>The same of three runs together.</summary>
    public double? ThreeRunsPercent { get; init; }
}
