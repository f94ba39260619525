using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Hardware;

/// <summary>How far machines are apart on a row, the more the higher.</summary>
public enum Disagreement
{
    /// <summary>Nothing shows that they differ.</summary>
    None,

    /// <summary>Intervals of two machines do not overlap, but no two verdicts contradict each other.</summary>
    Size,

    /// <summary>Two machines were judged, differently; cannot tell contradicts nothing.</summary>
    Verdict,
}

/// <summary>Decides whether machines contradict each other, or the paper.</summary>
internal static class Disagreements
{
    /// <param name="judged">Each machine's verdict and estimate; null for a machine without.</param>
    public static Disagreement Between(IReadOnlyCollection<(Verdict Verdict, RatioEstimate? Estimate)?> judged)
    {
        if (judged.Select(entry => entry?.Verdict ?? Verdict.CannotTell).Where(Contradicts).Distinct().Count() > 1)
            return Disagreement.Verdict;
        Interval[] intervals = [.. judged.Select(entry => entry?.Estimate?.Interval).OfType<Interval>()];
        return intervals.Length > 1 && intervals.Max(interval => interval.Lower) > intervals.Min(interval => interval.Upper)
            ? Disagreement.Size
            : Disagreement.None;
    }

    /// <summary>Whether a verdict is none of those that the paper's two devices would get from their printed speeds.</summary>
    public static bool WithPaper(Verdict verdict, PaperRatios? paper)
    {
        Verdict[] printed = [.. new[] { paper?.Cpu, paper?.Gpu }.OfType<PaperRatio>().Select(ratio => Printed(ratio.TimeRatio))];
        return Contradicts(verdict) && printed.Length > 0 && !printed.Contains(verdict);
    }

    /// <summary>What was not decided contradicts nothing, and neither does what lies at the limit between two words.</summary>
    private static bool Contradicts(Verdict verdict) => verdict is not (Verdict.CannotTell or Verdict.AtLimit);

    private static Verdict Printed(double ratio) => ratio switch
    {
        >= 1 + Guideline.SmallestEffectThatMatters => Verdict.Holds,
        <= 1 / (1 + Guideline.SmallestEffectThatMatters) => Verdict.Reversed,
        _ => Verdict.NoEffect,
    };
}
