using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Engines;

/// <summary>A guideline in one engine beside our own kernels: which part of it is the machine's, which the engine's, and why.</summary>
/// <param name="Engine">The engine as the file describes it.</param>
/// <param name="Verdict">Its word.</param>
/// <param name="Own">The same experiment by our own kernels, whose ratio is the machine's; null where they were not measured.</param>
/// <param name="Scales">The headline contrast, scale by scale.</param>
public sealed record EngineFinding(
    EngineDescription Engine, GuidelineVerdict Verdict, GuidelineVerdict? Own, ImmutableArray<EngineScale> Scales)
{
    /// <summary>Of the control rows over all scales; null without them.</summary>
    public double? Control => Middle(scale => scale.Control);

    /// <summary>
    /// Whether a claim that holds rests on the engine's layout: with rows of whole blocks less than half of it is left; without control
    /// rows, more than half of it is spent between layouts.
    /// </summary>
    public bool RestsOnLayout => Verdict is { Verdict: Verdicts.Verdict.Holds or Verdicts.Verdict.DependsOnSize or Verdicts.Verdict.AtLimit, Effect: { } effect }
        && (Control is { } control
            ? 2 * Math.Log(control) < Math.Log(effect.Median)
            : Scales.Select(scale => scale.Cause).OfType<EngineCause>().Any(cause => cause.Whole > EngineCause.WorthAWord && 2 * cause.Reorders > cause.Whole));

    /// <summary>The scale that the sentence about all of them quotes: the one whose ratio is in the middle.</summary>
    public EngineScale? Quoted => Scales.Where(scale => scale.Ratio is not null).OrderBy(scale => scale.Ratio).ElementAtOrDefault(Scales.Count(scale => scale.Ratio is not null) / 2);

    /// <returns>Guideline by guideline for each engine of the file.</returns>
    public static ImmutableArray<EngineFinding> Of(ResultFile file)
    {
        if (file.Engines.IsEmpty)
            return [];
        var effects = RunEffects.Of(file);
        ImmutableArray<ImmutableArray<GuidelineVerdict>> byBackend = RunVerdicts.ByBackend(file);
        ImmutableArray<GuidelineVerdict> own = byBackend.FirstOrDefault(verdicts => verdicts.Any(verdict => EngineOf(verdict) is null), []);
        return
        [
            .. from verdicts in byBackend
               from verdict in verdicts
               let engine = EngineOf(verdict)
               where engine is not null
               select Of(engine, verdict, own.FirstOrDefault(other => other.Experiment == verdict.Experiment), effects),
        ];

        EngineDescription? EngineOf(GuidelineVerdict verdict) => file.Engines.FirstOrDefault(engine => engine.Backend == verdict.Configuration?.Backend);
    }

    private static EngineFinding Of(EngineDescription engine, GuidelineVerdict verdict, GuidelineVerdict? own, RunEffects effects)
    {
        ImmutableArray<ContrastEffect> controls = effects.Experiments
            .First(other => other.Experiment == verdict.Experiment && other.Configuration == verdict.Configuration).Controls;
        return new EngineFinding(
            engine, verdict, own,
            [
                .. verdict.Headlines.Select(contrast => new EngineScale(
                    contrast,
                    own?.Headlines.FirstOrDefault(other => other.Effect.Scale == contrast.Effect.Scale),
                    controls.FirstOrDefault(control => control.Scale == contrast.Effect.Scale)?.Effect?.Median,
                    MeasuredGraph.Of(contrast.Against) is { } graph ? EngineCause.Of(contrast.Against, graph, contrast.Baseline, engine.BlockChannels) : null)),
            ]);
    }

    private double? Middle(Func<EngineScale, double?> value)
    {
        double[] values = [.. Scales.Select(value).OfType<double>()];
        return values.Length == 0 ? null : Math.Exp(values.Average(Math.Log));
    }
}

/// <summary>The headline contrast at one scale.</summary>
/// <param name="Own">By our own kernels.</param>
/// <param name="Control">Ratio of the control rows; null where they were not measured.</param>
/// <param name="Cause">Null where the file does not say what ran.</param>
public sealed record EngineScale(ContrastVerdict Contrast, ContrastVerdict? Own, double? Control, EngineCause? Cause)
{
    public Scale Scale => Contrast.Effect.Scale;

    public double? Ratio => Contrast.Effect.Effect?.Median;
}
