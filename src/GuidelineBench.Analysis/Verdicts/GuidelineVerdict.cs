using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Rooflines;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>What one experiment says about its guideline on one machine, in one configuration.</summary>
/// <param name="Experiment">Whose rows are compared.</param>
/// <param name="Configuration">Whose cells it rests on; null where the run has none of the guideline's experiment.</param>
/// <param name="Reason">Why it is this word.</param>
/// <param name="Effect">
/// The median ratio of the headline contrast over scales and rounds, and the interval that the verdict rests on, corrected
/// for the number of guidelines; where nothing can be judged, the ratio at the middle scale without interval; null where
/// no scale has a ratio.
/// </param>
/// <param name="Headline">
/// The headline contrast at the middle one of the scales, judged alone: its interval is wider and its verdict may be
/// weaker; null where no scale has a ratio.
/// </param>
/// <param name="Contrasts">All that were judged one by one, in the declared order, scale by scale.</param>
/// <param name="Bound">What limits the cell of <paramref name="Headline"/> that breaks the guideline.</param>
public sealed record GuidelineVerdict(
    Experiment Experiment,
    Configuration? Configuration,
    Verdict Verdict,
    VerdictReason Reason,
    RatioEstimate? Effect,
    ContrastVerdict? Headline,
    ImmutableArray<ContrastVerdict> Contrasts,
    Bound Bound)
{
    public Guideline Guideline => Experiment.Guideline;

    /// <summary>The contrast that the word rests on, scale by scale.</summary>
    public IEnumerable<ContrastVerdict> Headlines => Contrasts.Where(contrast => contrast.Effect.Contrast.Headline);
}
