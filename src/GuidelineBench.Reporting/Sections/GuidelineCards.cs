using GuidelineBench.Analysis.Engines;

namespace GuidelineBench.Reporting.Sections;

/// <summary>The guidelines of a run: what came out, why, and what each scale says.</summary>
internal static class GuidelineCards
{
    public static Cards Of(MachineReport machine) => new("The four guidelines", [.. machine.Verdicts.Select(verdict => Card(machine, verdict))]);

    private static Card Card(MachineReport machine, GuidelineVerdict verdict) => new(
        $"{VerdictSentences.Id(verdict, machine.Verdicts)} · {verdict.Guideline.Name}",
        verdict.Guideline.Advice,
        verdict.Headline is null ? null : verdict.Verdict,
        verdict.Effect,
        verdict.Headline is { } headline ? [.. Blocks(machine, verdict, headline)] : [new Paragraph("Not measured in this run.", ParagraphKind.Small)])
    {
        By = machine.Engines.IsEmpty || verdict.Configuration is not { } own ? null : $"by the kernels of {own.Backend}",
        Engines = [.. machine.Engines.Where(finding => finding.Verdict.Experiment == verdict.Experiment && finding.Verdict != verdict).Select(EngineSentences.Word)],
    };

    private static IEnumerable<IBlock> Blocks(MachineReport machine, GuidelineVerdict verdict, ContrastVerdict headline)
    {
        yield return new Paragraph(
        [
            $"{Sentences.Of(headline.Effect.Contrast)} at {VerdictSentences.ScalesOf(verdict)}, time per multiply-add{ExecutionNames.Suffix(verdict.Configuration)}; {VerdictSentences.Paper(verdict)}. Cells: ",
            Phrase.Link($"Table {Numbers.Plain(verdict.Experiment.Table)}", "#" + ExperimentSections.IdOf(machine, verdict.Experiment)),
            ".",
        ]);
        yield return new Paragraph($"{VerdictSentences.Reason(verdict)}{VerdictSentences.Busy(verdict)} {VerdictSentences.Why(verdict, machine)}");
        EngineFinding[] engines = [.. machine.Engines.Where(finding => finding.Verdict.Experiment == verdict.Experiment && finding.Verdict != verdict)];
        Columns<ContrastVerdict> columns = new Columns<ContrastVerdict>().Name("", contrast => contrast.Effect.Scale.Label());
        yield return (engines.Length == 0
            ? columns
                .Number("here", contrast => Numbers.Estimate(contrast.Effect.Effect))
                .Number("phone", contrast => Numbers.Ratio(contrast.Effect.Paper.Cpu?.TimeRatio))
                .Number("GPU", contrast => Numbers.Ratio(contrast.Effect.Paper.Gpu?.TimeRatio))
            : columns
                .Number(verdict.Configuration!.Backend, contrast => Numbers.Ratio(contrast.Effect.Effect?.Median))
                .Each(engines, (more, finding) => more
                    .Number(finding.Engine.Name, contrast => Numbers.Ratio(At(finding, contrast)?.Ratio))
                    .If(finding.Control is not null, controls => controls.Number("whole blocks", contrast => Numbers.Ratio(At(finding, contrast)?.Control)))))
            .Table("", verdict.Headlines, TableShape.Small);

        static EngineScale? At(EngineFinding finding, ContrastVerdict contrast) => finding.Scales.FirstOrDefault(scale => scale.Scale == contrast.Effect.Scale);
    }
}
