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

/// <summary>One contrast at one scale, judged.</summary>
/// <param name="Effect">
/// With the ratio, its interval over the rounds and the paper's ratios; the interval is the one that the verdict rests on,
/// corrected for the number of contrasts.
/// </param>
/// <param name="Against">The cell of the row that breaks the guideline.</param>
/// <param name="Baseline">The cell of the row that follows it.</param>
public sealed record ContrastVerdict(
    ContrastEffect Effect, CellResult Against, CellResult Baseline, Verdict Verdict, VerdictReason Reason);
