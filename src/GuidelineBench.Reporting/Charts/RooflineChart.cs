using System.Collections.Immutable;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Analysis.Rooflines;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Cells under the ceilings of one backend at one thread count: arithmetic intensity against speed.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">The finding.</param>
/// <param name="Points">One or more.</param>
public sealed record RooflineChart(
    string Id, string Title, Ceiling Ceiling, ImmutableArray<ChartSeries> Series, ImmutableArray<ChartPoint> Points)
{
    public const string HorizontalName = "arithmetic intensity, FLOP/byte", VerticalName = "GFLOP/s";

    private static readonly ChartSeries Networks = new("networks", "c1", BarPattern.Plain, MarkerShape.Cross), Others = new("other cells", "c2", BarPattern.Plain, MarkerShape.Hexagon);

    /// <summary>What lines and sizes of marks say.</summary>
    public string Note =>
        $"lines: multiply-add rate and bandwidths measured in the same run{(Ceiling.LaunchNs is { } launch ? $", starting an operator {Numbers.WithUnit(launch, "ns")}" : "")}; small to large mark: x1, x2, x4";

    /// <returns>One for each backend and thread count that has cells under its ceilings, in the order of the file.</returns>
    public static ImmutableArray<RooflineChart> Of(MachineReport machine)
    {
        ImmutableArray<IGrouping<Ceiling, CellRoofline>> groups = [.. machine.Rooflines.GroupBy(roofline => roofline.Ceiling)];
        return
        [
            .. groups.Select((group, index) => new RooflineChart(
                machine.IdPrefix + "roofline" + (index == 0 ? "" : FormattableString.Invariant($"-{index + 1}")),
                Finding(group.Key, [.. group]),
                group.Key,
                [.. group.Select(SeriesOf).Distinct().OrderBy(series => series.Name, StringComparer.Ordinal)],
                [.. group.OrderByDescending(SizeOf).Select(cell => Point(machine.Names, cell))])),
        ];
    }

    private static string Finding(Ceiling ceiling, CellRoofline[] cells)
    {
        var groups = cells.GroupBy(cell => cell.Bound).OrderByDescending(group => group.Count()).ToArray();
        string bounds = groups.Length == 1
            ? $"all {Numbers.Of(cells.Length, "cell")} {Name(groups[0].Key)}"
            : $"of {Numbers.Of(cells.Length, "cell")} {string.Join(", ", groups.Select(group => $"{Numbers.Count(group.Count())} {Name(group.Key)}"))}";
        CellRoofline[] ordered = [.. cells.OrderBy(cell => cell.PercentOfAttainable)];
        return $"{ceiling.Backend}, {Numbers.Of(ceiling.Threads, "thread")}: {bounds}; they reach {Numbers.Percent(ordered[0].PercentOfAttainable)} to {Numbers.Percent(ordered[^1].PercentOfAttainable)} of what the limits allow";
    }

    private static string Name(Bound bound) => bound == Bound.Unknown ? "far from every limit" : VerdictSentences.Of(bound);

    private static ChartPoint Point(CellNaming names, CellRoofline cell) => new(
        SeriesOf(cell), cell.Intensity, cell.MeasuredGflops, "", SizeOf(cell),
        $"{names.Of(cell.Cell)}: {Numbers.WithUnit(cell.Intensity, "FLOP/byte")}, {Numbers.WithUnit(cell.MeasuredGflops, "GFLOP/s")} of {Numbers.Significant(cell.AttainableGflops)} attainable, {Numbers.Percent(cell.PercentOfAttainable)}");

    private static ChartSeries SeriesOf(CellRoofline cell) =>
        ExperimentCatalogue.Find(cell.Cell.Experiment) is { } experiment ? ChartSeries.OfTable(experiment.Table)
        : MeasuredNetwork.IsNetwork(cell.Cell) ? Networks
        : Others;

    private static int SizeOf(CellRoofline cell) => cell.Cell.Scale is { } label && Scales.TryParse(label, out Scale scale) ? (int)scale : 2;
}
