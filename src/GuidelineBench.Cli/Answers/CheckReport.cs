using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Cli.Checks;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Documents;
using GuidelineBench.Reporting.Exports;

namespace GuidelineBench.Cli.Answers;

/// <summary>Writes a judgement in each format.</summary>
internal static class CheckReport
{
    /// <summary>Hosted builds show ten annotations of a kind and step; the last line has the counts of all.</summary>
    private const int MostAnnotations = 10;

    public static void Write(CheckResult result, OutputFormat format, Terminal terminal)
    {
        if (format == OutputFormat.Json)
            terminal.Out.WriteLine(AnswerJson.Serialize(CheckAnswer.Of(result)));
        else if (format == OutputFormat.Text)
            WriteText(result, terminal);
        else if (format == OutputFormat.Markdown)
            terminal.Out.Write(Markdown.Write(Blocks(result)));
        else
            foreach (string line in Annotations(result))
                terminal.Out.WriteLine(line);
    }

    private static void WriteText(CheckResult result, Terminal terminal)
    {
        GateTerms terms = result.Judgement.Terms;
        terminal.WriteTable(
            ["experiment", "row", "scale", "", "verdict", "change", "reason"],
            result.Judgement.Rows.Select(row => (IReadOnlyList<string>)
            [
                row.Cell.Experiment, row.Cell.Row, row.Cell.Scale ?? "", result.Judgement.Names.Variation(CellKey.Of(row.Cell)) ?? "",
                Verdict(row), row.Change is { } change ? VerdictText.Percent(change.Ratio) : "", VerdictText.Reason(row, terms),
            ]),
            5);
        terminal.Out.WriteLine();
        foreach (GroupJudgement group in result.Judgement.Groups)
            terminal.Out.WriteLine($"{VerdictText.Group(group.Group)}: {VerdictText.Of(group.Verdict)}: {VerdictText.Reason(group, terms)}");
        foreach (string note in result.Notes)
            terminal.Out.WriteLine($"! {note}");
        terminal.Out.WriteLine(result.Headline);
    }

    /// <summary>For a pull request: what is not the same, the groups and the notes.</summary>
    private static IEnumerable<IBlock> Blocks(CheckResult result)
    {
        GateTerms terms = result.Judgement.Terms;
        yield return new Paragraph(Phrase.Strong(result.Headline));
        if (result.Named.Any())
            yield return new Columns<RowJudgement>()
                .Text("experiment", row => row.Cell.Experiment)
                .Text("row", row => string.Join(' ', new[] { row.Cell.Row, result.Judgement.Names.Variation(CellKey.Of(row.Cell)) }.OfType<string>()))
                .Text("scale", row => row.Cell.Scale)
                .Text("verdict", row => Verdict(row))
                .Number("change", row => row.Change is { } change ? VerdictText.Percent(change.Ratio) : "")
                .Text("reason", row => VerdictText.Reason(row, terms))
                .Table("", result.Named);
        yield return BulletList.Of(
        [
            .. result.Judgement.Groups.Select(group => $"{VerdictText.Group(group.Group)}: {VerdictText.Of(group.Verdict)}: {VerdictText.Reason(group, terms)}"),
            .. result.Notes,
        ]);
    }

    private static IEnumerable<string> Annotations(CheckResult result)
    {
        GateTerms terms = result.Judgement.Terms;
        RowJudgement[] regressed = [.. result.Judgement.Rows.Where(row => row.Regressed)];
        RowJudgement[] open = [.. result.Judgement.Rows.Where(row => row.IsOpen)];
        foreach (GroupJudgement group in result.Judgement.Groups.Where(group => group.Verdict is ChangeVerdict.Slower or ChangeVerdict.CannotTell))
            yield return WorkflowCommand.Of(
                group.Verdict == ChangeVerdict.Slower ? "error" : "warning",
                $"{VerdictText.Group(group.Group)}: {VerdictText.Of(group.Verdict)}",
                VerdictText.Reason(group, terms));
        foreach (RowJudgement row in regressed.Take(MostAnnotations))
            yield return WorkflowCommand.Of("error", $"{result.Judgement.Names.Of(row.Cell)}: {Verdict(row)}", VerdictText.Reason(row, terms));
        foreach (RowJudgement row in open.Take(MostAnnotations))
            yield return WorkflowCommand.Of("warning", $"{result.Judgement.Names.Of(row.Cell)}: {Verdict(row)}", VerdictText.Reason(row, terms));
        foreach (string note in result.Notes)
            yield return WorkflowCommand.Of("notice", "check", note);
        yield return result.Headline;
    }

    /// <summary>A row that a fact fails is not the same, whatever its time.</summary>
    private static string Verdict(RowJudgement row) =>
        row.Regressed && row.Verdict != ChangeVerdict.Slower ? $"regressed, time {VerdictText.Of(row.Verdict)}" : VerdictText.Of(row.Verdict);
}
