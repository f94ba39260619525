using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Rooflines;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>Guidelines that are judged together, by the steps of docs/method.md.</summary>
internal sealed class GuidelineFamily
{
    private readonly ResultFile file;
    private readonly ImmutableArray<ExperimentEffects> experiments;
    private readonly ImmutableArray<ContrastCells> contrasts;

    private GuidelineFamily(ResultFile file, ImmutableArray<ExperimentEffects> experiments)
    {
        this.file = file;
        this.experiments = experiments;
        contrasts = [.. experiments.SelectMany(effects => ContrastCells.Of(file, effects))];
    }

    /// <param name="experiments">Each once, in one configuration.</param>
    /// <returns>In the same order.</returns>
    public static ImmutableArray<GuidelineVerdict> Of(ResultFile file, IEnumerable<ExperimentEffects> experiments) =>
        new GuidelineFamily(file, [.. experiments]).Judged();

    private ImmutableArray<GuidelineVerdict> Judged()
    {
        ILookup<Experiment, ContrastVerdict> alone = OneByOne();
        // Steps 4 to 8 for guidelines: the rounds of all scales together. A scale that is unfit leaves the word at cannot tell.
        (Experiment Experiment, IEvidence Evidence)[] evidence =
        [
            .. from effects in experiments
               let headlines = HeadlinesOf(effects)
               where headlines.Length > 0 && headlines.All(cells => cells.Unfit is null)
               select (effects.Experiment, ContrastCells.Evidence(headlines, contrasts)),
        ];
        Dictionary<Experiment, Judgement> judgements = evidence
            .Zip(Judgement.Of([.. evidence.Select(item => item.Evidence)]), (item, judgement) => (item.Experiment, Judgement: judgement))
            .ToDictionary(item => item.Experiment, item => item.Judgement);
        return
        [
            .. experiments.Select(effects => Of(
                effects,
                judgements.TryGetValue(effects.Experiment, out Judgement judgement) ? judgement : null,
                [.. alone[effects.Experiment]])),
        ];
    }

    /// <summary>Steps 4 to 8 for contrasts by themselves: those that the guidelines' words rest on are one family, the others another.</summary>
    private ILookup<Experiment, ContrastVerdict> OneByOne()
    {
        var judgements = new Dictionary<ContrastCells, Judgement>(ReferenceEqualityComparer.Instance);
        foreach (var family in contrasts.Where(cells => cells.Unfit is null).GroupBy(cells => cells.IsHeadline))
            foreach ((ContrastCells cells, Judgement judgement) in family.Zip(
                Judgement.Of([.. family.Select(cells => cells.Evidence(contrasts))])))
                judgements.Add(cells, judgement);
        return contrasts.ToLookup(
            cells => cells.Experiment,
            cells => judgements.TryGetValue(cells, out Judgement judgement)
                ? Of(cells, judgement.Verdict, judgement.Reason, judgement.Interval)
                : Of(cells, Verdict.CannotTell, cells.Unfit!.Value, interval: null));
    }

    private GuidelineVerdict Of(ExperimentEffects effects, Judgement? judgement, ImmutableArray<ContrastVerdict> alone)
    {
        ContrastVerdict[] headlines = [.. alone.Where(contrast => contrast.Effect.Contrast.Headline)];
        ContrastVerdict? middle = MiddleOf(headlines);
        (Verdict verdict, VerdictReason reason) = judgement is { } judged
            ? Agreed(judged, headlines)
            : (Verdict.CannotTell, HeadlinesOf(effects).Select(cells => cells.Unfit).FirstOrDefault(unfit => unfit is not null) ?? VerdictReason.NotMeasured);
        return new GuidelineVerdict(
            effects.Experiment,
            effects.Configuration,
            verdict,
            reason,
            middle?.Effect.Effect is not { } ratio ? null
                : judgement is { } given ? ratio with { Median = given.Ratio, Interval = given.Interval, WithoutInterval = null, Busy = BusyOf(headlines) }
                : ratio with { Interval = null, WithoutInterval = ratio.WithoutInterval ?? NoInterval.CellUnfit },
            middle,
            alone,
            // Step 10: what holds up the cell that breaks the guideline.
            middle is null ? Bound.Unknown : CellRooflines.Of(file, middle.Against)?.Bound ?? Bound.Unknown);
    }

    /// <summary>The ratio of median passes in the middle of the scales.</summary>
    private static double? BusyOf(IEnumerable<ContrastVerdict> headlines)
    {
        double[] ratios = [.. headlines.Select(contrast => contrast.Effect.Effect?.Busy).OfType<double>()];
        return ratios.Length == 0 ? null : Math.Exp(ratios.Average(Math.Log));
    }

    /// <summary>
    /// Step 9: the word stays where the ratios of most scales lie on its side, and none is shown to say something against it.
    /// </summary>
    private static (Verdict Verdict, VerdictReason Reason) Agreed(Judgement judged, IReadOnlyCollection<ContrastVerdict> headlines)
    {
        if (judged.IsByBlocks)
            return AgreedByBlocks(judged, headlines);
        bool slower = headlines.Any(contrast => contrast.Verdict == Verdict.Holds), faster = headlines.Any(contrast => contrast.Verdict == Verdict.Reversed);
        bool disagree = judged.Verdict switch
        {
            Verdict.Holds => faster || !Most(ratio => ratio > Limits.Slower),
            Verdict.Reversed => slower || !Most(ratio => ratio < Limits.Faster),
            Verdict.NoEffect => slower || faster || !Most(ratio => ratio is > Limits.Faster and < Limits.Slower),
            _ => slower && faster,
        };
        return disagree ? (Verdict.CannotTell, VerdictReason.ScalesDisagree) : (judged.Verdict, judged.Reason);

        bool Most(Func<double, bool> lies) => 2 * headlines.Count(contrast => lies(contrast.Effect.Effect!.Median)) > headlines.Count;
    }

    /// <summary>
    /// Step 9 where scales are known closely by themselves: two that are shown to be of different words are the finding. A word
    /// for all of them that none of them is shown to have, where another is, is none.
    /// </summary>
    private static (Verdict Verdict, VerdictReason Reason) AgreedByBlocks(Judgement judged, IReadOnlyCollection<ContrastVerdict> headlines)
    {
        Verdict[] shown = [.. headlines.Select(contrast => contrast.Verdict).Where(IsClear).Distinct()];
        return shown.Length > 1 ? (Verdict.DependsOnSize, VerdictReason.ShownToDiffer)
            : IsClear(judged.Verdict) && shown.Any(verdict => verdict != judged.Verdict) ? (Verdict.CannotTell, VerdictReason.ScalesDisagree)
            : (judged.Verdict, judged.Reason);

        static bool IsClear(Verdict verdict) => verdict is Verdict.Holds or Verdict.NoEffect or Verdict.Reversed;
    }

    /// <summary>The scale whose ratio is in the middle; of two the one nearer to no effect.</summary>
    private static ContrastVerdict? MiddleOf(IEnumerable<ContrastVerdict> headlines)
    {
        ContrastVerdict[] byRatio = [.. headlines.Where(contrast => contrast.Effect.Effect is not null).OrderBy(contrast => contrast.Effect.Effect!.Median)];
        return byRatio.Length == 2
            ? byRatio.MinBy(contrast => Math.Abs(Math.Log(contrast.Effect.Effect!.Median)))
            : byRatio.ElementAtOrDefault(byRatio.Length / 2);
    }

    private static ContrastVerdict Of(ContrastCells cells, Verdict verdict, VerdictReason reason, Interval? interval) => new(
        cells.Effect with { Effect = cells.EstimateWith(interval) }, cells.Against, cells.Baseline, verdict, reason);

    private ContrastCells[] HeadlinesOf(ExperimentEffects effects) =>
        [.. contrasts.Where(cells => cells.IsHeadline && cells.Experiment == effects.Experiment)];
}
