using System.Collections.Immutable;
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
