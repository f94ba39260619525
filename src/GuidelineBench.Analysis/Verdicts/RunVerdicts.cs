using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Rooflines;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>All that one run says about the guidelines, judged.</summary>
public static class RunVerdicts
{
    /// <summary>Each guideline in the run's principal configuration, else in the first that it has.</summary>
    /// <returns>One for each guideline, in their order.</returns>
    public static ImmutableArray<GuidelineVerdict> Of(ResultFile file)
    {
        var effects = RunEffects.Of(file);
        ImmutableArray<GuidelineVerdict> measured = GuidelineFamily.Of(file, Guideline.All.Select(effects.Of).OfType<ExperimentEffects>());
        return [.. Guideline.All.Select(guideline => measured.FirstOrDefault(verdict => verdict.Guideline == guideline) ?? NotMeasured(guideline))];
    }

    /// <summary>Each guideline in every configuration of the run, judged configuration by configuration.</summary>
    /// <returns>In the order in which the file names configurations; only guidelines that it has cells of.</returns>
    public static ImmutableArray<GuidelineVerdict> ByConfiguration(ResultFile file) =>
        [.. RunEffects.Of(file).Experiments.GroupBy(effects => effects.Configuration).SelectMany(experiments => GuidelineFamily.Of(file, experiments))];

    private static GuidelineVerdict NotMeasured(Guideline guideline) => new(
        guideline, Configuration: null, Verdict.CannotTell, VerdictReason.NotMeasured, Effect: null, Headline: null, Contrasts: [], Bound.Unknown);
}
