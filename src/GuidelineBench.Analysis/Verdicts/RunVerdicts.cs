using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Rooflines;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>All that one run says about the guidelines, judged.</summary>
public static class RunVerdicts
{
    /// <returns>One for each guideline, in their order.</returns>
    public static ImmutableArray<GuidelineVerdict> Of(ResultFile file)
    {
        var effects = RunEffects.Of(file);
        return [.. Guideline.All.Select(guideline => Of(guideline, effects.Of(guideline)))];
    }

    private static GuidelineVerdict Of(Guideline guideline, ExperimentEffects? effects) => new(
        guideline, effects?.Configuration, Verdict.CannotTell, VerdictReason.NotMeasured, Effect: null, Headline: null, Contrasts: [], Bound.Unknown);
}
