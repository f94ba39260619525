using System.Text;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Summaries;

/// <summary>One line per guideline, for readers and for programs: guideline, verdict, ratio, interval, what it is.</summary>
internal static class GuidelineLines
{
    /// <summary>Verdicts are not judged by this version, so every line says this.</summary>
    private const string Verdict = "cannot tell";

    public static void Append(StringBuilder text, MachineReport machine)
    {
        // Two spaces at the end keep the lines apart in rendered Markdown.
        foreach (Guideline guideline in Guideline.All)
            text.Append(Of(machine, guideline)).Append("  \n");
        text.Append('\n');
    }

    private static string Of(MachineReport machine, Guideline guideline) =>
        machine.Effects.Of(guideline) is { } effects && effects.Headlines.FirstOrDefault(effect => effect.Effect is not null) is { } headline
            ? $"{guideline.Id} {Verdict} {Numbers.Estimate(headline.Effect)} time per multiply-add of {Sentences.Of(headline.Contrast)} at {headline.Scale.Label()}{ExecutionNames.Suffix(effects.Configuration)}; verdicts are not judged by this version"
            : $"{guideline.Id} {Verdict}: the contrast of Table {Numbers.Plain(TableOf(guideline))} was not measured in this run";

    private static int TableOf(Guideline guideline) => ExperimentCatalogue.All.First(experiment => experiment.Guideline == guideline).Table;
}
