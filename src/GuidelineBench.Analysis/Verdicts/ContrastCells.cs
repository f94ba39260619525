using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>The two cells of a contrast at one scale, before they are judged.</summary>
/// <param name="Ratios">Time per multiply-add of <paramref name="Against"/> over <paramref name="Baseline"/>, round by round.</param>
/// <param name="Blocks">The same from blocks, where the run has enough of them; then rounds are judged by nothing.</param>
/// <param name="Unfit">Why nothing can be concluded from them; null where something can.</param>
internal sealed record ContrastCells(
    Experiment Experiment, ContrastEffect Effect, CellResult Against, CellResult Baseline, ImmutableArray<double> Ratios, BlockRatio? Blocks, VerdictReason? Unfit)
{
    public bool IsHeadline => Effect.Contrast.Headline;

    /// <summary>Steps 1 and 2 of docs/method.md.</summary>
    /// <returns>In the order of the effects' contrasts.</returns>
    public static ImmutableArray<ContrastCells> Of(ResultFile file, ExperimentEffects effects)
    {
        HashSet<CellKey> repeated = [.. file.Cells.GroupBy(CellKey.Of).Where(cells => cells.Count() > 1).Select(cells => cells.Key)];
        return [.. effects.Contrasts.Select(Of)];

        ContrastCells Of(ContrastEffect effect)
        {
            CellResult against = CellOf(effect.Contrast.Against), baseline = CellOf(effect.Contrast.Baseline);
            ImmutableArray<double> ratios = TimeRatios.ByRound(against, baseline);
            var blocks = BlockRatio.Of(against, baseline);
            return new ContrastCells(
                effects.Experiment, effect, against, baseline, ratios, blocks, UnfitFor(against, baseline, blocks is null ? ratios.Length : MedianIntervals.FewestValues));

            CellResult CellOf(string row) => effects.Cells.First(cell => cell.Scale == effect.Scale && cell.Row.Label == row).Cell;
        }

        VerdictReason? UnfitFor(CellResult against, CellResult baseline, int rounds) =>
            repeated.Contains(CellKey.Of(against)) || repeated.Contains(CellKey.Of(baseline)) ? VerdictReason.Repeated
            : IsSkipped(against) || IsSkipped(baseline) ? VerdictReason.Skipped
            : !file.Complete ? VerdictReason.RunIncomplete
            : rounds < MedianIntervals.FewestValues ? VerdictReason.TooFewRounds
            : null;
    }

    private static bool IsSkipped(CellResult cell) => cell.Skipped is not null || (cell.Rounds.IsEmpty && cell.Blocks.IsEmpty);

    /// <summary>The ratio with another interval; null where no round has both cells.</summary>
    public RatioEstimate? EstimateWith(Interval? interval) =>
        Effect.Effect is { } ratio ? ratio with { Interval = interval, WithoutInterval = interval is null ? WithoutInterval : null } : null;

    /// <param name="run">All contrasts of the configuration.</param>
    public IEvidence Evidence(IReadOnlyCollection<ContrastCells> run) =>
        Blocks is { } blocks ? new BlockEvidence(blocks) : new RoundEvidence(Ratios, EffectiveRounds.Share(run, [this]));

    /// <summary>The ratios of several scales together.</summary>
    public static IEvidence Evidence(IReadOnlyCollection<ContrastCells> scales, IReadOnlyCollection<ContrastCells> run) =>
        scales.All(cells => cells.Blocks is not null)
            ? new BlockEvidence(BlockRatio.Mean([.. scales.Select(cells => cells.Blocks!.Value)]))
            : new RoundEvidence(scales.SelectMany(cells => cells.Ratios), EffectiveRounds.Share(run, scales));

    private NoInterval WithoutInterval => Unfit switch
    {
        VerdictReason.TooFewRounds => NoInterval.TooFewRounds,
        VerdictReason.RunIncomplete => NoInterval.RunIncomplete,
        _ => NoInterval.CellUnfit,
    };
}
