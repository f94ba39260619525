namespace GuidelineBench.Reporting.Texts;

/// <summary>A line for each guideline, for readers and for programs: guideline, verdict, ratio, interval, bound, what it is.</summary>
internal static class VerdictLines
{
    public static ImmutableArray<Text> Of(MachineReport machine) =>
    [
        .. machine.Verdicts.Select(verdict => (Text)(Of(verdict, machine.Verdicts) + (machine.Engines.IsEmpty || verdict.Configuration is null ? "" : $" ({verdict.Configuration.Backend})"))),
        .. machine.Engines.Where(finding => !machine.Verdicts.Contains(finding.Verdict)).Select(finding => (Text)EngineSentences.Line(finding, machine.Verdicts)),
    ];

    private static string Of(GuidelineVerdict verdict, IReadOnlyCollection<GuidelineVerdict> all)
    {
        string start = $"{VerdictSentences.Id(verdict, all)} {VerdictSentences.Of(verdict.Verdict)}";
        if (verdict.Headline is not { } headline)
            return $"{start}: the contrast of Table {Numbers.Plain(verdict.Experiment.Table)} was not measured in this run";
        string bound = VerdictSentences.Of(verdict.Bound);
        string reason = verdict.Verdict switch
        {
            Verdict.CannotTell => $"; {VerdictSentences.Of(verdict.Reason)}",
            Verdict.DependsOnSize => "; " + string.Join(", ", verdict.Headlines.Select(contrast =>
                $"{contrast.Effect.Scale.Label()} {VerdictSentences.Of(contrast.Verdict)} {Numbers.Estimate(contrast.Effect.Effect)}")),
            _ => "",
        };
        return $"{start} {Numbers.Estimate(verdict.Effect)}{(bound.Length == 0 ? "" : " " + bound)}: time per multiply-add of {Sentences.Of(headline.Effect.Contrast)} at {VerdictSentences.ScalesOf(verdict)}" +
            $"{ExecutionNames.Suffix(verdict.Configuration)}; {VerdictSentences.Paper(verdict)}{reason}";
    }
}
