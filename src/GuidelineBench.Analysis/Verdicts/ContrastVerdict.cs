using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>One contrast at one scale, judged.</summary>
/// <param name="Effect">
/// With the ratio, its interval over the rounds and the paper's ratios; the interval is the one that the verdict rests on,
/// corrected for the number of contrasts.
/// </param>
/// <param name="Against">The cell of the row that breaks the guideline.</param>
/// <param name="Baseline">The cell of the row that follows it.</param>
public sealed record ContrastVerdict(
    ContrastEffect Effect, CellResult Against, CellResult Baseline, Verdict Verdict, VerdictReason Reason);
