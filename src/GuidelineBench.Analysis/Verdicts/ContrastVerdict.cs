using GuidelineBench.Analysis.Effects;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>One contrast at one scale, judged.</summary>
/// <param name="Effect">
/// With the ratio, its interval over the rounds and the paper's ratios; the interval is the one that the verdict rests on,
/// corrected for the number of contrasts.
/// </param>
public sealed record ContrastVerdict(ContrastEffect Effect, Verdict Verdict);
