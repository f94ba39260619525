using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Comparisons;

/// <summary>A guideline's headline contrast at one scale in both executions.</summary>
/// <param name="Layer">The contrast's ratio layer by layer.</param>
/// <param name="DepthFirst">The same ratio depth first.</param>
public sealed record ExecutionContrast(
    Guideline Guideline, Contrast Contrast, Scale Scale, RatioEstimate? Layer, RatioEstimate? DepthFirst)
{
    /// <summary>
    /// What a ratio above 1 consists of, step by step; the first step that applies decides.
    /// <list type="number">
    /// <item>A ratio is missing, has no interval, or its interval holds the smallest effect that matters: cannot tell.</item>
    /// <item>Neither ratio is an effect that matters: nothing to explain.</item>
    /// <item>Only the one depth first is: it appears.</item>
    /// <item>Only the one layer by layer is: it vanishes.</item>
    /// <item>Both are, and the intervals lie apart, depth first below: it shrinks.</item>
    /// <item>Both are: it stays.</item>
    /// </list>
    /// </summary>
    public ExecutionFinding Finding => (Matters(Layer), Matters(DepthFirst)) switch
    {
        (null, _) or (_, null) => ExecutionFinding.CannotTell,
        (false, false) => ExecutionFinding.Nothing,
        (false, true) => ExecutionFinding.Appears,
        (true, false) => ExecutionFinding.Vanishes,
        _ => DepthFirst!.Interval!.Value.Upper < Layer!.Interval!.Value.Lower ? ExecutionFinding.Shrinks : ExecutionFinding.Stays,
    };

    /// <returns>Whether the row that breaks the guideline is slower by an effect that matters; null when that is open.</returns>
    private static bool? Matters(RatioEstimate? ratio)
    {
        const double least = 1 + Guideline.SmallestEffectThatMatters;
        return ratio?.Interval switch
        {
            null => null,
            { Lower: >= least } => true,
            { Upper: < least } => false,
            _ => null,
        };
    }
}
