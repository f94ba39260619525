using System.Collections.Immutable;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Which charts a run's networks have, and under which ids.</summary>
internal static class NetworkChartFiles
{
    public const string MainGroup = "table8", LargeGroup = "table6", AlexNetGroup = "alexnet", AlexNet = "AlexNet";

    public static IEnumerable<IChart> Of(MachineReport machine) => ((IChart?[])
    [
        Accuracy(machine), AccuracyByLevel(machine), Work(machine), AgainstPhone(machine), Large(machine), Split(machine),
        .. RelativeTables.All.Select(table => Relative(machine, table)), AlexNetChart(machine), Reuse(machine),
    ]).OfType<IChart>();

    public static PointChart? Accuracy(MachineReport machine) =>
        machine.Group(MainGroup) is { } main ? NetworkCharts.Accuracy(machine.IdPrefix + "accuracy", main) : null;

    public static PointChart? AccuracyByLevel(MachineReport machine) =>
        machine.Group(MainGroup) is { } main ? NetworkCharts.AccuracyByLevel(machine.IdPrefix + "accuracy-by-level", main) : null;

    public static PointChart? Work(MachineReport machine) =>
        machine.Group(MainGroup) is { } main ? NetworkCharts.Work(machine.IdPrefix + "work", main) : null;

    public static PointChart? AgainstPhone(MachineReport machine) =>
        machine.Group(MainGroup) is { } main ? NetworkCharts.AgainstPhone(machine.IdPrefix + "table8", main) : null;

    public static PointChart? Large(MachineReport machine) =>
        machine.Group(LargeGroup) is { } large ? NetworkCharts.Large(machine.IdPrefix + "table6", large) : null;

    public static SplitChart? Split(MachineReport machine)
    {
        ImmutableArray<NetworkSplit> splits = NetworkSplits.Of(machine);
        return splits.IsEmpty
            ? null
            : OperatorChart.Of(
                machine.IdPrefix + "split",
                NetworkSentences.Split([.. splits.Where(split => split.Network is not null).DistinctBy(split => split.Network).Select(split => split.Shares)]),
                splits);
    }

    /// <returns>Null where the run lacks the table or its baselines.</returns>
    public static BarChart? Relative(MachineReport machine, RelativeTable table)
    {
        if (machine.Group(table.Group) is not { } group)
            return null;
        ImmutableArray<RelativeSpeed> speeds = RelativeSpeed.Of(group, table.Baseline);
        (ChartSeries, Func<RelativeSpeed, double?>) measured = (ChartSeries.Measured, speed => speed.Measured);
        return RelativeSpeedChart.Of(
            machine.IdPrefix + table.Group,
            NetworkSentences.Relative(speeds, table.Baseline, table.Others),
            table.Baseline,
            speeds,
            table.LevelName,
            table.HasWholeDetector ? [measured] : [measured, (ChartSeries.PaperPhone, speed => speed.Phone), (ChartSeries.PaperGpu, speed => speed.Gpu)]);
    }

    public static BarChart? AlexNetChart(MachineReport machine)
    {
        if (machine.Group(AlexNetGroup) is not { } group)
            return null;
        ImmutableArray<RelativeSpeed> speeds = RelativeSpeed.Of(group, AlexNet);
        return RelativeSpeedChart.Of(
            machine.IdPrefix + AlexNetGroup,
            NetworkSentences.AlexNet(speeds),
            AlexNet,
            speeds,
            NetworkNames.Level,
            [
                (ChartSeries.Measured, speed => speed.Measured),
                (ChartSeries.PaperPhone with { Name = "ShuffleNet v1's phone" }, speed => speed.Phone),
                (NetworkSeries.Promised, speed => speed.FewerMultiplyAdds),
            ]);
    }

    public static HeatMap? Reuse(MachineReport machine) =>
        ReuseChart.Networks(machine) is [NetworkCase first, ..] ? ReuseChart.Of(machine.IdPrefix + "reuse", first) : null;
}
