using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Comparisons;

/// <summary>A guideline's headline contrast at one scale on several machines.</summary>
/// <param name="ByMachine">In the order of the machines; null where a machine did not measure it.</param>
/// <param name="Paper">The paper's ratios, the same for all.</param>
public sealed record GuidelineComparison(
    Guideline Guideline, Contrast Contrast, Scale Scale, ImmutableArray<RatioEstimate?> ByMachine, PaperRatios Paper)
{
    /// <summary>Whether two machines' intervals do not overlap.</summary>
    public bool Disagrees
    {
        get
        {
            Interval[] intervals = [.. ByMachine.Select(estimate => estimate?.Interval).OfType<Interval>()];
            return intervals.Any(one => intervals.Any(other => !one.Overlaps(other)));
        }
    }

    /// <summary>Rows on which machines disagree first, each kind in the guidelines' order.</summary>
    public static ImmutableArray<GuidelineComparison> Of(IReadOnlyList<MachineEffects> machines) =>
    [
        .. (from experiment in ExperimentCatalogue.All
            from contrast in experiment.Contrasts
            where contrast.Headline
            from scale in Scales.All
            let byMachine = machines.Select(machine => EffectOf(machine.Effects, experiment, contrast, scale)).ToImmutableArray()
            where byMachine.Any(estimate => estimate is not null)
            select new GuidelineComparison(
                experiment.Guideline, contrast, scale, byMachine,
                PaperRatios.Of(experiment, contrast.Against, contrast.Baseline, scale)))
           .OrderByDescending(row => row.Disagrees),
    ];

    private static RatioEstimate? EffectOf(RunEffects effects, Experiment experiment, Contrast contrast, Scale scale) =>
        effects.Of(experiment.Guideline)?.Contrasts
            .FirstOrDefault(effect => effect.Contrast == contrast && effect.Scale == scale)?.Effect;
}
