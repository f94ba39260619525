using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Effects;

/// <summary>What a guideline's claim comes to at one scale.</summary>
/// <param name="Effect">Time per multiply-add of the row that breaks the guideline over that of the row that follows it; null where one has no time.</param>
public sealed record ContrastEffect(Contrast Contrast, Scale Scale, RatioEstimate? Effect, PaperRatios Paper);
