using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>Between which ratios which word is given.</summary>
internal static class Limits
{
    /// <summary>A ratio above this matters.</summary>
    public const double Slower = 1 + Guideline.SmallestEffectThatMatters;

    /// <summary>The same in the other direction.</summary>
    public const double Faster = 1 / Slower;

    /// <summary>
    /// A bracket that reaches no further than this to either side is as narrow as anybody needs: where it spans a limit, the
    /// ratio lies at the limit, and no more measuring would be worth its time.
    /// </summary>
    public const double Narrow = 0.02;
}
