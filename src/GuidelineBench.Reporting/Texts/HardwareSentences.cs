using GuidelineBench.Reporting.Hardware;

namespace GuidelineBench.Reporting.Texts;

internal static class HardwareSentences
{
    public const string Contradiction = "◆", Disagrees = "●", DiffersInSize = "○";

    public const string Marks =
        "● machines were judged differently; ○ their intervals lie apart, but no two verdicts contradict each other; " +
        "◆ the verdict is none that the paper's own two devices would get. Rows with marks at their head come first.";

    private const int MostNamed = 4;
    private static readonly Verdict[] Order = [Verdict.Holds, Verdict.DependsOnSize, Verdict.AtLimit, Verdict.NoEffect, Verdict.Reversed, Verdict.CannotTell];

    public static string Mark(Disagreement disagreement) => disagreement switch
    {
        Disagreement.None => "",
        Disagreement.Size => DiffersInSize + " ",
        Disagreement.Verdict => Disagrees + " ",
    };

    /// <summary>E.g. <c>G1 holds on 2 of 3 machines; no effect on board</c>.</summary>
    public static string Of(GuidelineByMachine row, IReadOnlyList<HardwareMachine> machines)
    {
        string verdicts = string.Join("; ", Order.Where(verdict => row.CountOf(verdict) > 0).Select((verdict, index) =>
            $"{VerdictSentences.Of(verdict)} on {Named(verdict, isFirst: index == 0)}"));
        int without = row.ByMachine.Count(judged => judged is null);
        return $"{row.Guideline.Id} {(verdicts.Length == 0 ? "was measured nowhere" : verdicts)}{(without > 0 && verdicts.Length > 0 ? $"; not measured on {Numbers.Count(without)}" : "")}";

        string Named(Verdict verdict, bool isFirst)
        {
            string[] names = [.. machines.Where((_, machine) => row.ByMachine[machine]?.Verdict == verdict).Select(machine => machine.Name)];
            return names.Length == machines.Count ? (machines.Count == 2 ? "both machines" : $"all {Numbers.Of(machines.Count, "machine")}")
                : names.Length <= MostNamed ? NetworkNames.List(names)
                : $"{Numbers.Count(names.Length)}{(isFirst ? $" of {Numbers.Of(machines.Count, "machine")}" : "")}";
        }
    }

    /// <summary>The paper's ratios of a guideline's headline over the scales; as a device prints them.</summary>
    public static string Paper(Experiment experiment, ChannelSetting device)
    {
        Contrast contrast = experiment.Contrasts.First(candidate => candidate.Headline);
        return Numbers.Range(
            Scales.All.Select(scale => PaperRatio.Of(experiment, contrast.Against, contrast.Baseline, scale, device)?.TimeRatio), Numbers.Ratio);
    }

    public static string Headline(Experiment experiment) => Sentences.Of(experiment.Contrasts.First(contrast => contrast.Headline));

    /// <summary>A machine as its guidelines are shown.</summary>
    public static string Name(HardwareMachine machine) => machine.Name + (machine.Guidelines is { } report ? Sentences.InExecution(report) : "");
}
