using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Hardware;

/// <summary>A guideline, by one of its experiments, on several machines.</summary>
/// <param name="ByMachine">In the order of the machines; null where a machine has no run with guidelines.</param>
public sealed record GuidelineByMachine(Experiment Experiment, ImmutableArray<GuidelineVerdict?> ByMachine)
{
    public Guideline Guideline => Experiment.Guideline;

    public Disagreement Disagreement { get; } = Disagreements.Between(
        [.. ByMachine.Select(judged => judged is null ? ((Verdict, Effects.RatioEstimate?)?)null : (judged.Verdict, judged.Effect))]);

    /// <summary>Whether a machine's verdict contradicts the paper, which says of both its devices that every guideline holds.</summary>
    public bool ContradictsPaper(int machine) => ByMachine[machine]?.Verdict is Verdict.NoEffect or Verdict.Reversed;

    public int CountOf(Verdict verdict) => ByMachine.Count(judged => judged?.Verdict == verdict);

    /// <param name="machines">Each machine's verdicts; null for a machine without a run with guidelines.</param>
    /// <returns>Those on which machines disagree most first, each kind in the guidelines' order.</returns>
    public static ImmutableArray<GuidelineByMachine> Of(IReadOnlyList<ImmutableArray<GuidelineVerdict>?> machines) =>
    [
        .. (from experiment in ExperimentCatalogue.All
            let byMachine = machines.Select(own => own?.FirstOrDefault(judged => judged.Experiment == experiment)).ToImmutableArray()
            where byMachine.Any(judged => judged is not null)
            select new GuidelineByMachine(experiment, byMachine))
           .OrderByDescending(row => row.Disagreement),
    ];
}

/// <summary>A guideline's headline contrast at one scale on several machines.</summary>
/// <param name="ByMachine">In the order of the machines; null where a machine did not measure it.</param>
/// <param name="Paper">The paper's ratios, the same for all.</param>
public sealed record ContrastByMachine(
    Experiment Experiment, Contrast Contrast, Scale Scale, ImmutableArray<ContrastVerdict?> ByMachine, PaperRatios Paper)
{
    public Guideline Guideline => Experiment.Guideline;

    public Disagreement Disagreement { get; } = Disagreements.Between(
        [.. ByMachine.Select(judged => judged is null ? ((Verdict, RatioEstimate?)?)null : (judged.Verdict, judged.Effect.Effect))]);

    /// <summary>Whether a machine's verdict is that of neither of the paper's devices at this scale.</summary>
    public bool ContradictsPaper(int machine) => ByMachine[machine] is { } judged && Disagreements.WithPaper(judged.Verdict, Paper);

    /// <param name="machines">Each machine's verdicts; null for a machine without a run with guidelines.</param>
    /// <returns>Rows on which machines disagree most first, each kind in the guidelines' order; none that no machine measured.</returns>
    public static ImmutableArray<ContrastByMachine> Of(IReadOnlyList<ImmutableArray<GuidelineVerdict>?> machines)
    {
        ImmutableArray<ImmutableDictionary<(Experiment, Contrast, Scale), ContrastVerdict>> measured = [.. machines.Select(ByContrast)];
        return
        [
            .. (from experiment in ExperimentCatalogue.All
                from contrast in experiment.Contrasts
                where contrast.Headline
                from scale in Scales.All
                let byMachine = measured.Select(own => own.GetValueOrDefault((experiment, contrast, scale))).ToImmutableArray()
                where byMachine.Any(judged => judged is not null)
                select new ContrastByMachine(
                    experiment, contrast, scale, byMachine,
                    PaperRatios.Of(experiment, contrast.Against, contrast.Baseline, scale)))
               .OrderByDescending(row => row.Disagreement),
        ];
    }

    private static ImmutableDictionary<(Experiment, Contrast, Scale), ContrastVerdict> ByContrast(ImmutableArray<GuidelineVerdict>? verdicts) =>
        (verdicts ?? [])
            .SelectMany(judged => judged.Contrasts, (judged, contrast) => (Key: (judged.Experiment, contrast.Effect.Contrast, contrast.Effect.Scale), Contrast: contrast))
            .DistinctBy(item => item.Key)
            .ToImmutableDictionary(item => item.Key, item => item.Contrast);
}
