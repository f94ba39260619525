using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Effects;

/// <summary>One experiment in one configuration.</summary>
/// <param name="Cells">Scale by scale, rows in the paper's order; only those in the file.</param>
/// <param name="Contrasts">Contrast by contrast in the declared order, scale by scale; only those with both rows in the file.</param>
/// <param name="Controls">The contrast of the control rows, scale by scale; only where both are in the file.</param>
public sealed record ExperimentEffects(
    Experiment Experiment,
    Configuration Configuration,
    ImmutableArray<CellEffect> Cells,
    ImmutableArray<ContrastEffect> Contrasts,
    ImmutableArray<ContrastEffect> Controls)
{
    /// <summary>The contrast that the guideline's card quotes, by scale.</summary>
    public IEnumerable<ContrastEffect> Headlines => Contrasts.Where(effect => effect.Contrast.Headline);

    /// <param name="cells">By row label and scale, all of one experiment and configuration.</param>
    public static ExperimentEffects Of(
        Experiment experiment, Configuration configuration, IReadOnlyDictionary<(string Row, Scale Scale), CellResult> cells, bool complete)
    {
        string first = experiment.Rows[0].Label;
        return new ExperimentEffects(
            experiment,
            configuration,
            [
                .. from scale in Scales.All
                   from row in experiment.Rows
                   where cells.ContainsKey((row.Label, scale))
                   select CellEffectOf(row, scale),
            ],
            [.. experiment.Contrasts.SelectMany(EffectsOf)],
            experiment.ControlContrast is { } control ? [.. EffectsOf(control)] : []);

        IEnumerable<ContrastEffect> EffectsOf(Contrast contrast) =>
            from scale in Scales.All
            where cells.ContainsKey((contrast.Against, scale)) && cells.ContainsKey((contrast.Baseline, scale))
            select new ContrastEffect(
                contrast,
                scale,
                TimeRatios.Of(cells[(contrast.Against, scale)], cells[(contrast.Baseline, scale)], complete),
                PaperRatios.Of(experiment, contrast.Against, contrast.Baseline, scale));

        CellEffect CellEffectOf(ExperimentRow row, Scale scale)
        {
            CellResult cell = cells[(row.Label, scale)];
            CellResult? baseline = cells.GetValueOrDefault((first, scale));
            return new CellEffect(
                row,
                scale,
                cell,
                baseline is null ? null : TimeRatios.Of(cell, baseline, complete),
                baseline is { MemoryAccess: > 0 } ? (double)cell.MemoryAccess / baseline.MemoryAccess : null,
                PaperRatios.Of(experiment, row.Label, first, scale));
        }
    }
}

/// <summary>A measured cell beside the experiment's first row at the same scale and configuration.</summary>
/// <param name="RelativeToFirst">Null where one of the two has no time.</param>
/// <param name="RelativeMemoryAccess">Memory access over the first row's; null where the file lacks that row.</param>
public sealed record CellEffect(
    ExperimentRow Row,
    Scale Scale,
    CellResult Cell,
    RatioEstimate? RelativeToFirst,
    double? RelativeMemoryAccess,
    PaperRatios Paper);

/// <summary>What a guideline's claim comes to at one scale.</summary>
/// <param name="Effect">Time per multiply-add of the row that breaks the guideline over that of the row that follows it; null where one has no time.</param>
public sealed record ContrastEffect(Contrast Contrast, Scale Scale, RatioEstimate? Effect, PaperRatios Paper);
