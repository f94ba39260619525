using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Reporting.Texts;

/// <summary>Sentences that stand on the page and in the summary alike.</summary>
internal static class Sentences
{
    public const string PaperPhone = "Snapdragon 810";
    public const string PaperGpu = "GTX 1080Ti";
    public const string Paper = "Ma, Zhang, Zheng, Sun: ShuffleNet V2, ECCV 2018";

    public const string DepthFirst =
        "Depth first carries runs of layers through tile by tile, so that what lies between them stays in cache; every multiply-add is executed all the same. " +
        "A ratio above 1x that shrinks to within 5 % of 1x was memory traffic between layers, and comes from running layer by layer; one that stays is not due to the traffic that depth first saves.";

    public const string RunsOfLayers =
        "A run ends before a layer that needs neighbouring pixels, as the 3x3 convolutions of Table 4: what lies between two runs goes through memory in both executions.";

    /// <summary>Whose kernels the cards are about, or the networks of a run without tables.</summary>
    public static string WhoseKernels(MachineReport machine) =>
        machine.Engines.Length > 0 ? $"Words without an engine's name are those of the kernels of {machine.Effects.Principal?.Backend}, which show what this machine takes at its limit." :
        $"What is measured is the kernels of {(machine.Effects.Principal ?? machine.NetworkRuns.FirstOrDefault()?.Configuration)?.Backend ?? "the run"}; another library can show a guideline more or less strongly.";

    /// <summary>Which configuration and execution the cards quote; empty when the run has but one configuration, layer by layer.</summary>
    public static string Quoted(MachineReport machine)
    {
        if (machine.Effects.Principal is not { } principal)
            return "";
        bool severalConfigurations = machine.Effects.Experiments
            .Select(effects => effects.Configuration with { Variant = principal.Variant, Execution = principal.Execution }).Distinct().Count() > 1;
        return Joined(
            severalConfigurations ? $"The ratios of the guidelines are those of {principal.Words}, where it has them." : "",
            !principal.IsLayerByLayer ? $"They are those of running {ExecutionNames.Of(principal.Execution)}; the paper ran layer by layer."
                : !machine.ExecutionComparisons.IsEmpty ? "They are those of running layer by layer, as the paper did; depth first stands beside it in a section of its own."
                : "");
    }

    /// <summary>Those that say something, one after the other.</summary>
    public static string Joined(params IEnumerable<string> sentences) => string.Join(' ', sentences.Where(sentence => sentence.Length > 0));

    /// <summary>E.g. <c>, depth first</c>; empty for a run that is shown layer by layer.</summary>
    public static string InExecution(MachineReport machine) => ExecutionNames.Suffix(machine.Effects.Principal);

    /// <summary>E.g. <c>1:12 against 1:1</c>.</summary>
    public static string Of(Contrast contrast) => $"{contrast.Against} against {contrast.Baseline}";

    /// <summary>What the brackets mean in this run, or why there are none; empty when there are no ratios.</summary>
    public static string Intervals(MachineReport machine)
    {
        RatioEstimate[] ratios = [.. machine.Effects.Experiments.SelectMany(effects => effects.Contrasts).Select(effect => effect.Effect).OfType<RatioEstimate>()];
        if (ratios.Length == 0)
            return "";
        (string of, string held, string basis, string lack) = machine.Blocks > 0
            ? ("Ratios are of floors: the time of a pass when nothing else disturbs, over blocks in which both rows were visited in turn",
                "brackets in the tables hold the true ratio", $"Student's t over {Numbers.Of(machine.Blocks, "block")}", "blocks")
            : ("In the tables ratios are medians over the rounds, each compared inside the round",
                "brackets hold the true median", $"order statistics of {Numbers.Of(machine.Rounds, "round")}", "rounds");
        return ratios.FirstOrDefault(ratio => ratio.Interval is not null)?.Interval is { } interval
            ? $"{of}; {held} with {Numbers.Percent(100 * interval.Confidence)} confidence ({basis})."
            : $"{of}; they have no interval, as the run {(machine.File.Complete ? $"has too few {lack}" : "is not complete")}.";
    }

    /// <summary>What the headline contrast comes to over the scales, and in the paper.</summary>
    public static string Finding(ExperimentEffects effects)
    {
        ContrastEffect[] measured = [.. effects.Headlines.Where(effect => effect.Effect is not null)];
        if (measured.Length == 0)
            return $"Time per multiply-add relative to {effects.Experiment.Rows[0].Label}";
        Contrast contrast = measured[0].Contrast;
        return $"{contrast.Against} takes {Numbers.Range(measured.Select(effect => effect.Effect?.Median), Numbers.Ratio)} the time of {contrast.Baseline} per multiply-add here{ExecutionNames.Suffix(effects.Configuration)}; " +
            $"on the paper's phone {Numbers.Range(measured.Select(effect => effect.Paper.Cpu?.TimeRatio), Numbers.Ratio)}, on its GPU {Numbers.Range(measured.Select(effect => effect.Paper.Gpu?.TimeRatio), Numbers.Ratio)}";
    }

    public static string Finding(ExecutionComparison comparison)
    {
        double[] ratios = [.. comparison.Cells.Select(cell => cell.TimeRatio?.Median).OfType<double>()];
        return $"Depth first takes {Numbers.Range(comparison.Cells.Select(cell => cell.TimeRatio?.Median), Numbers.Ratio)} the time of layer by layer, {Numbers.Ratio(Medians.Median(ratios))} in the middle of {Numbers.Of(ratios.Length, "cell")}";
    }
}
