using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Reporting.Texts;

internal static class VerdictSentences
{
    private static readonly string Limit = Numbers.WholePercent(100 * Guideline.SmallestEffectThatMatters);

    /// <summary>E.g. <c>G1</c>, and <c>G1 (Table 5)</c> among words by several experiments.</summary>
    public static string Id(GuidelineVerdict verdict, IEnumerable<GuidelineVerdict> all) =>
        verdict.Guideline.Id + (all.Count(other => other.Guideline == verdict.Guideline) > 1 ? $" (Table {Numbers.Plain(verdict.Experiment.Table)})" : "");

    /// <summary>How words and their brackets come about.</summary>
    public static string Method(MachineReport machine) => machine.Blocks > 0 ? MethodOfBlocks : MethodOfRounds;

    private static readonly string MethodOfBlocks =
        $"A word is given where the whole bracket lies above {Limit} (holds), below it the other way round (reversed), or between the two (no effect); where it spans a limit and reaches no further than {Numbers.WholePercent(2)} to either side (at the limit); or where scales are shown to differ (depends on size). " +
        "Beside a word the ratio is the middle over the scales, and the bracket is corrected for the number of guidelines and for the looks at which the run might have ended; brackets of single scales are corrected for the number of contrasts.";

    private static readonly string MethodOfRounds =
        $"A word is given where the whole bracket lies above {Limit} (holds), below it the other way round (reversed), or between the two (no effect). " +
        "Beside a word the ratio is the median over scales and rounds, and the bracket is corrected for the number of guidelines; brackets of single scales are corrected for the number of contrasts.";

    public static string Of(Verdict verdict) => Looks(verdict).Word;

    /// <summary>Its word, what tells it apart without colour, and its class in the style sheet.</summary>
    public static (string Word, string Sign, string Class) Looks(Verdict verdict) => verdict switch
    {
        Verdict.CannotTell => ("cannot tell", "?", "cannot-tell"),
        Verdict.NoEffect => ("no effect", "=", "no-effect"),
        Verdict.Holds => ("holds", "✓", "holds"),
        Verdict.Reversed => ("reversed", "⇄", "reversed"),
        Verdict.AtLimit => ("at the limit", "≈", "at-limit"),
        Verdict.DependsOnSize => ("depends on size", "↕", "depends"),
    };

    /// <summary>Empty where no limit is near.</summary>
    public static string Of(Bound bound) => bound switch
    {
        Bound.Compute => "compute-bound",
        Bound.Memory => "memory-bound",
        Bound.Launch => "launch-bound",
        _ => "",
    };

    public static string Of(VerdictReason reason) => reason switch
    {
        VerdictReason.NotMeasured => "not measured in this run",
        VerdictReason.Skipped => "a cell that it needs has no time",
        VerdictReason.Repeated => "a cell that it needs is in the file twice",
        VerdictReason.RunIncomplete => "the run is not complete",
        VerdictReason.TooFewRounds => "the run has too few rounds",
        VerdictReason.IntervalTooWide => $"the bracket holds effects of more and of less than {Limit}",
        VerdictReason.ScalesDisagree => "the scales disagree",
        VerdictReason.ShownSlower => $"shown to cost more than {Limit}",
        VerdictReason.ShownFaster => $"shown to save more than {Limit}",
        VerdictReason.ShownAtLimit => $"known closely, and it lies at {Limit}",
        VerdictReason.ShownToDiffer => "the scales are shown to differ",
        VerdictReason.ShownEqual => $"shown to change less than {Limit}",
    };

    /// <summary>The reason as a sentence, and the scales that say something else by themselves.</summary>
    public static string Reason(GuidelineVerdict verdict)
    {
        string reason = Of(verdict.Reason);
        string[] others =
        [
            .. from contrast in verdict.Headlines
               where contrast.Verdict != verdict.Verdict && contrast.Verdict != Verdict.CannotTell
               select $"{contrast.Effect.Scale.Label()} {Of(contrast.Verdict)}{(verdict.Verdict == Verdict.DependsOnSize ? $" ({Numbers.Ratio(contrast.Effect.Effect?.Median)})" : "")}",
        ];
        return $"{char.ToUpperInvariant(reason[0])}{reason[1..]}{(others.Length == 0 ? "" : $"; by itself {string.Join(", ", others)}")}.";
    }

    /// <summary>The same ratio for who deploys on a busy machine; with a space before it; empty in a run of rounds alone.</summary>
    public static string Busy(GuidelineVerdict verdict) =>
        verdict.Effect?.Busy is { } busy ? $" Median passes, other load included: {Numbers.Ratio(busy)}." : "";

    /// <summary>E.g. <c>x1, x2, x4</c>: the scales whose cells a word rests on.</summary>
    public static string ScalesOf(GuidelineVerdict verdict) => string.Join(", ", verdict.Headlines.Select(contrast => contrast.Effect.Scale.Label()));

    /// <summary>What limits the cell that breaks the guideline; empty where the file lacks a ceiling or what the cell moves.</summary>
    public static string Why(GuidelineVerdict verdict, MachineReport machine)
    {
        if (verdict.Headline is not { } headline || machine.Rooflines.FirstOrDefault(roofline => roofline.Cell == headline.Against) is not { } roofline)
            return "";
        string cell = $"{headline.Effect.Contrast.Against} at {headline.Effect.Scale.Label()}", percent = Numbers.Percent(roofline.PercentOfAttainable);
        return roofline.Bound switch
        {
            Bound.Compute => $"Compute-bound: {cell} runs at {percent} of what the multiply-add rate allows; its memory traffic would take {Numbers.Percent(100 * roofline.MemoryNs / roofline.MeasuredNs)} of the time at the bandwidth of {roofline.Level}, and can hide behind the arithmetic.",
            Bound.Memory => $"Memory-bound: {cell} runs at {percent} of what the bandwidth of {roofline.Level} allows.",
            Bound.Launch => $"Launch-bound: {cell} spends {Numbers.Percent(100 * roofline.LaunchNs / roofline.MeasuredNs)} of its time on starting {Numbers.Of(roofline.Cell.Launches!.Value, "operator")}.",
            _ => $"No measured limit is near: {cell} runs at {percent} of what {Limiting(roofline)} allows.",
        };
    }

    /// <summary>E.g. <c>the paper's phone 1.39x, its GPU 2.08x</c>: in the middle of the same scales.</summary>
    public static string Paper(GuidelineVerdict verdict)
    {
        return $"the paper's phone {Middle(paper => paper.Cpu)}, its GPU {Middle(paper => paper.Gpu)}";

        string Middle(Func<PaperRatios, PaperRatio?> device)
        {
            double[] ratios = [.. verdict.Headlines.Select(contrast => device(contrast.Effect.Paper)?.TimeRatio).OfType<double>()];
            return ratios.Length == 0 ? Numbers.None : Numbers.Ratio(Medians.Median(ratios));
        }
    }

    private static string Limiting(CellRoofline roofline) => roofline.NearestLimit switch
    {
        Bound.Memory => $"the bandwidth of {roofline.Level}",
        Bound.Launch => "the cost of starting operators",
        _ => "the multiply-add rate",
    };
}
