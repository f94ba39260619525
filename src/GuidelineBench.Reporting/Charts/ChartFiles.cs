using GuidelineBench.Analysis.Comparisons;
using GuidelineBench.Analysis.Effects;

namespace GuidelineBench.Reporting.Charts;

/// <summary>A machine's charts as files.</summary>
internal static class ChartFiles
{
    /// <returns>Of each chart <c>charts/ID.svg</c> for both themes, <c>charts/ID-light.png</c> and <c>charts/ID-dark.png</c>; none where nothing can be drawn.</returns>
    public static IEnumerable<ReportDocument> Of(MachineReport machine) => ChartRenderer.Fault is not null ? [] :
        from chart in ChartsOf(machine)
        from document in new[]
        {
            new ReportDocument($"charts/{chart.Id}.svg", ChartRenderer.SvgFile(chart)),
            ReportDocument.OfPicture($"charts/{chart.Id}-light.png", () => ChartRenderer.Png(chart, ChartTheme.Light)),
            ReportDocument.OfPicture($"charts/{chart.Id}-dark.png", () => ChartRenderer.Png(chart, ChartTheme.Dark)),
        }
        select document;

    private static IEnumerable<IChart> ChartsOf(MachineReport machine) => new IEnumerable<IChart?>[]
    {
        Shown(machine.Effects).Select(effects => TableChart.Of(Id(machine, effects), effects, machine.Effects.UnfusedOf(effects))),
        machine.ExecutionComparisons.Select(comparison => ExecutionChart.Of(Id(machine, comparison), comparison)),
        [MemoryAccessChart.Of(machine)],
        RooflineChart.Of(machine),
        NetworkChartFiles.Of(machine),
        [PredictionChart.Of(machine)],
    }.SelectMany(charts => charts).OfType<IChart>();

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
}
