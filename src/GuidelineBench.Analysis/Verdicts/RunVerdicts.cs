using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Rooflines;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>All that one run says about the guidelines, judged.</summary>
public static class RunVerdicts
{
    /// <summary>Each guideline by each of its experiments, in the run's principal configuration, else in the first that it has.</summary>
    /// <returns>One or more for each guideline, in their order; where none of its experiments was measured the paper's, without a word.</returns>
    public static ImmutableArray<GuidelineVerdict> Of(ResultFile file)
    {
        var effects = RunEffects.Of(file);
        ImmutableArray<GuidelineVerdict> measured = GuidelineFamily.Of(file, Guideline.All.SelectMany(guideline => effects.Of(guideline)));
        return [.. Guideline.All.SelectMany(guideline => measured.Where(verdict => verdict.Guideline == guideline).DefaultIfEmpty(NotMeasured(guideline)))];
    }

    /// <summary>Each guideline by each of its experiments in each backend by itself: what one engine shows does not depend on which others ran beside it.</summary>
    /// <returns>Backend by backend, the principal one first; only what was measured.</returns>
    public static ImmutableArray<ImmutableArray<GuidelineVerdict>> ByBackend(ResultFile file)
    {
        var effects = RunEffects.Of(file);
        return [.. effects.Principals.Select(principal => GuidelineFamily.Of(file, Guideline.All.SelectMany(guideline => effects.Of(guideline, principal))))];
    }

    private static GuidelineVerdict NotMeasured(Guideline guideline) => new(
        ExperimentCatalogue.All.First(experiment => experiment.Guideline == guideline), Configuration: null, Verdict.CannotTell, VerdictReason.NotMeasured, Effect: null, Headline: null, Contrasts: [], Bound.Unknown);
}
