using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Comparisons;

/// <summary>
/// The experiments of one configuration that a run has both layer by layer and depth first: which guidelines are laws of
/// the hardware, and which come from running layer by layer?
/// </summary>
/// <param name="Configuration">With the execution of the cells that ran layer by layer.</param>
/// <param name="Contrasts">The guidelines' headline contrasts, scale by scale.</param>
/// <param name="Cells">Experiment by experiment, scale by scale, rows in the paper's order.</param>
public sealed record ExecutionComparison(
    Configuration Configuration, ImmutableArray<ExecutionContrast> Contrasts, ImmutableArray<ExecutionCell> Cells)
{
    /// <param name="complete">Whether the run has all its rounds.</param>
    /// <returns>One for each configuration with both executions, in the order of the run; the principal one first.</returns>
    public static ImmutableArray<ExecutionComparison> Of(RunEffects run, bool complete) =>
    [
        .. from effects in run.Experiments
           let depthFirst = run.DepthFirstOf(effects)
           where depthFirst is not null
           group (Layer: effects, DepthFirst: depthFirst) by effects.Configuration into pairs
           orderby pairs.Key != run.Principal
           select new ExecutionComparison(
               pairs.Key,
               [.. pairs.SelectMany(pair => ContrastsOf(pair.Layer, pair.DepthFirst))],
               [.. pairs.SelectMany(pair => CellsOf(pair.Layer, pair.DepthFirst, complete))]),
    ];

    private static IEnumerable<ExecutionContrast> ContrastsOf(ExperimentEffects layer, ExperimentEffects depthFirst) =>
        from effect in layer.Headlines
        join other in depthFirst.Headlines on (effect.Contrast, effect.Scale) equals (other.Contrast, other.Scale)
        select new ExecutionContrast(layer.Experiment.Guideline, effect.Contrast, effect.Scale, effect.Effect, other.Effect);

    private static IEnumerable<ExecutionCell> CellsOf(ExperimentEffects layer, ExperimentEffects depthFirst, bool complete) =>
        from cell in layer.Cells
        join other in depthFirst.Cells on (cell.Row, cell.Scale) equals (other.Row, other.Scale)
        select new ExecutionCell(
            layer.Experiment, cell.Row, cell.Scale, cell.Cell, other.Cell, TimeRatios.Of(other.Cell, cell.Cell, complete));
}

/// <summary>One row at one scale in both executions.</summary>
/// <param name="TimeRatio">Time depth first over time layer by layer, inside the rounds; null where one has no time.</param>
public sealed record ExecutionCell(
    Experiment Experiment, ExperimentRow Row, Scale Scale, CellResult Layer, CellResult DepthFirst, RatioEstimate? TimeRatio);

/// <summary>A guideline's headline contrast at one scale in both executions.</summary>
/// <param name="Layer">The contrast's ratio layer by layer.</param>
/// <param name="DepthFirst">The same ratio depth first.</param>
public sealed record ExecutionContrast(
    Guideline Guideline, Contrast Contrast, Scale Scale, RatioEstimate? Layer, RatioEstimate? DepthFirst)
{
    /// <summary>
    /// What a ratio above 1 consists of, step by step; the first step that applies decides.
    /// <list type="number">
    /// <item>A ratio is missing, has no interval, or its interval holds the smallest effect that matters: cannot tell.</item>
    /// <item>Neither ratio is an effect that matters: nothing to explain.</item>
    /// <item>Only the one depth first is: it appears.</item>
    /// <item>Only the one layer by layer is: it vanishes.</item>
    /// <item>Both are, and the intervals lie apart, depth first below: it shrinks.</item>
    /// <item>Both are: it stays.</item>
    /// </list>
    /// </summary>
    public ExecutionFinding Finding => (Matters(Layer), Matters(DepthFirst)) switch
    {
        (null, _) or (_, null) => ExecutionFinding.CannotTell,
        (false, false) => ExecutionFinding.Nothing,
        (false, true) => ExecutionFinding.Appears,
        (true, false) => ExecutionFinding.Vanishes,
        _ => DepthFirst!.Interval!.Value.Upper < Layer!.Interval!.Value.Lower ? ExecutionFinding.Shrinks : ExecutionFinding.Stays,
    };

    /// <returns>Whether the row that breaks the guideline is slower by an effect that matters; null when that is open.</returns>
    private static bool? Matters(RatioEstimate? ratio)
    {
        const double least = 1 + Guideline.SmallestEffectThatMatters;
        return ratio?.Interval switch
        {
            null => null,
            { Lower: >= least } => true,
            { Upper: < least } => false,
            _ => null,
        };
    }
}

/// <summary>What becomes of a guideline's effect when layers are not run one after the other.</summary>
public enum ExecutionFinding
{
    /// <summary>An interval is missing or holds the smallest effect that matters.</summary>
    CannotTell,

    /// <summary>No effect that matters in either execution.</summary>
    Nothing,

    /// <summary>The effect is there depth first only.</summary>
    Appears,

    /// <summary>The effect was memory traffic between layers.</summary>
    Vanishes,

    /// <summary>Part of the effect was memory traffic between layers.</summary>
    Shrinks,

    /// <summary>The effect is not due to the memory traffic that depth-first execution saves.</summary>
    Stays,
}
