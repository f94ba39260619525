namespace GuidelineBench.Reporting.Sections;

internal static class VerdictSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (machine.Verdicts.Any(verdict => verdict.Contrasts.Length > 0))
            yield return new Section(
                machine.Id("verdicts"),
                "Every contrast by itself",
                new Paragraph(
                    "Each contrast at each scale, judged alone; the ones in bold are those that the words above rest on. " +
                    "A word needs more here than for a guideline, as there are more contrasts than guidelines and a scale has fewer rounds than all scales together."),
                Contrasts(machine))
            { Summary = SummaryPart.Nothing };
    }

    private static Table Contrasts(MachineReport machine) => new Columns<ContrastVerdict>()
        .Name("contrast", contrast => new Phrase(Sentences.Of(contrast.Effect.Contrast), contrast.Effect.Contrast.Headline ? PhraseKind.Strong : PhraseKind.Plain))
        .Number("scale", contrast => contrast.Effect.Scale.Label())
        .Text("verdict", contrast => VerdictSentences.Of(contrast.Verdict))
        .Number("ratio and interval", contrast => Numbers.Estimate(contrast.Effect.Effect))
        .Number(Sentences.PaperPhone, contrast => Numbers.Ratio(contrast.Effect.Paper.Cpu?.TimeRatio))
        .Number(Sentences.PaperGpu, contrast => Numbers.Ratio(contrast.Effect.Paper.Gpu?.TimeRatio))
        .Text("why", contrast => VerdictSentences.Of(contrast.Reason))
        .Table(
            "Every contrast by itself",
            "guideline", machine.Verdicts.SelectMany(verdict => verdict.Contrasts.Select(contrast => (verdict, contrast))).GroupBy(pair => pair.verdict, pair => pair.contrast),
            verdict => $"{VerdictSentences.Id(verdict, machine.Verdicts)} · {verdict.Guideline.Name}: {verdict.Configuration!.Words}");
}
