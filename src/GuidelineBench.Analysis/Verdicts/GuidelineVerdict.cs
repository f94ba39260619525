using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Rooflines;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>One guideline on one machine, in one configuration.</summary>
/// <param name="Configuration">Whose cells it rests on; null where the run has none of the guideline's experiment.</param>
/// <param name="Headline">The contrast that speaks for the guideline; null where the run lacks it.</param>
/// <param name="Contrasts">All that were judged, in the declared order, scale by scale.</param>
/// <param name="Bound">What limits the cells of the headline.</param>
public sealed record GuidelineVerdict(
    Guideline Guideline,
    Configuration? Configuration,
    Verdict Verdict,
    ContrastVerdict? Headline,
    ImmutableArray<ContrastVerdict> Contrasts,
    Bound Bound);
