using System.Text;
using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Summaries;

/// <summary>
/// One line per guideline, for readers and for programs: guideline, verdict, ratio, interval, bound, what it is. Then one
/// on how far to trust them.
/// </summary>
internal static class GuidelineLines
{
    public static void Append(StringBuilder text, MachineReport machine)
    {
        // Two spaces at the end keep the lines apart in rendered Markdown.
        foreach (GuidelineVerdict verdict in machine.Verdicts)
            text.Append(Of(verdict)).Append("  \n");
        text.Append("Trust ").Append(machine.Grade.Grade.ToString()).Append(": ").Append(MarkdownText.Escape(GradeSentences.Why(machine))).Append("  \n\n");
    }

    private static string Of(GuidelineVerdict verdict)
    {
        string start = $"{verdict.Guideline.Id} {VerdictSentences.Of(verdict.Verdict)}";
        if (verdict.Headline is not { } headline)
            return $"{start}: the contrast of Table {Numbers.Plain(TableOf(verdict.Guideline))} was not measured in this run";
        string bound = VerdictSentences.Of(verdict.Bound);
        string reason = verdict.Verdict switch
        {
            Verdict.CannotTell => $"; {VerdictSentences.Of(verdict.Reason)}",
            Verdict.DependsOnSize => "; " + string.Join(", ", verdict.Headlines.Select(contrast =>
                $"{contrast.Effect.Scale.Label()} {VerdictSentences.Of(contrast.Verdict)} {Numbers.Estimate(contrast.Effect.Effect)}")),
            _ => "",
        };
        return $"{start} {Numbers.Estimate(verdict.Effect)}{(bound.Length == 0 ? "" : " " + bound)}: time per multiply-add of {Sentences.Of(headline.Effect.Contrast)} at {VerdictSentences.ScalesOf(verdict)}" +
            $"{MarkdownText.Escape(ExecutionNames.Suffix(verdict.Configuration))}; {VerdictSentences.Paper(verdict)}{reason}";
    }

    private static int TableOf(Guideline guideline) => ExperimentCatalogue.All.First(experiment => experiment.Guideline == guideline).Table;
}
