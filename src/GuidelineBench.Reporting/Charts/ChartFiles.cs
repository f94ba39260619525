using GuidelineBench.Analysis.Comparisons;
using GuidelineBench.Analysis.Effects;

namespace GuidelineBench.Reporting.Charts;

/// <summary>A machine's charts as files.</summary>
internal static class ChartFiles
{
    public static IEnumerable<ReportDocument> Of(MachineReport machine)
    {
        foreach (ExperimentEffects effects in Shown(machine.Effects))
            if (TableChart.Of(Id(machine, effects), effects, machine.Effects.UnfusedOf(effects)) is { } chart)
                yield return new ReportDocument(Path(chart.Id), BarChartSvg.Standalone(chart));
        foreach (ExecutionComparison comparison in machine.ExecutionComparisons)
            if (ExecutionChart.Of(Id(machine, comparison), comparison) is { } chart)
                yield return new ReportDocument(Path(chart.Id), BarChartSvg.Standalone(chart));
        if (MemoryAccessChart.Of(machine) is { } memoryAccess)
            yield return new ReportDocument(Path(memoryAccess.Id), ScatterChartSvg.Standalone(memoryAccess));
        foreach (RooflineChart roofline in RooflineChart.Of(machine))
            yield return new ReportDocument(Path(roofline.Id), RooflineChartSvg.Standalone(roofline));
        foreach (ReportDocument chart in NetworkChartFiles.Of(machine))
            yield return chart;
        if (PredictionChart.Of(machine) is { } predicted)
            yield return new ReportDocument(Path(predicted.Id), PointChartSvg.Standalone(predicted));
    }

    /// <summary>
    /// Experiments that have a place of their own: an unfused one stands beside its fused one, and a depth-first one is
    /// compared with its layer-by-layer one in a section for both executions.
    /// </summary>
    public static IEnumerable<ExperimentEffects> Shown(RunEffects run) =>
        run.Experiments.Where(effects => !run.Experiments.Any(other => run.UnfusedOf(other) == effects || run.DepthFirstOf(other) == effects));

    /// <summary>E.g. <c>table1</c>, and <c>table1-2</c> for its second configuration.</summary>
    public static string Id(MachineReport machine, ExperimentEffects effects)
    {
        int before = Shown(machine.Effects).TakeWhile(other => other != effects).Count(other => other.Experiment == effects.Experiment);
        return machine.IdPrefix + effects.Experiment.Id + Counted(before);
    }

    /// <summary>E.g. <c>execution</c>, and <c>execution-2</c> for a second configuration.</summary>
    public static string Id(MachineReport machine, ExecutionComparison comparison) =>
        machine.IdPrefix + "execution" + Counted(machine.ExecutionComparisons.IndexOf(comparison));

    private static string Counted(int before) => before == 0 ? "" : FormattableString.Invariant($"-{before + 1}");

    private static string Path(string id) => $"charts/{id}.svg";
}
