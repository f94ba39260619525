using System.Collections.Immutable;
using GuidelineBench.Analysis.Rooflines;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Cells under the ceilings of one backend at one thread count: arithmetic intensity against speed.</summary>
internal static class RooflineChart
{
    private static readonly ChartSeries Networks = new("networks", "c1", BarPattern.Plain, MarkerShape.Cross), Others = new("other cells", "c2", BarPattern.Plain, MarkerShape.Hexagon);

    /// <returns>One for each backend and thread count that has cells under its ceilings, in the order of the file.</returns>
    public static ImmutableArray<PointChart> Of(MachineReport machine) =>
    [
        .. machine.Rooflines.GroupBy(roofline => roofline.Ceiling).Select((group, index) => new PointChart(
            machine.IdPrefix + "roofline" + (index == 0 ? "" : FormattableString.Invariant($"-{index + 1}")),
            Finding(group.Key, [.. group]),
            new ChartAxis("arithmetic intensity, FLOP/byte", Logarithmic: true),
            new ChartAxis("GFLOP/s", Logarithmic: true),
            $"lines: multiply-add rate and bandwidths measured in the same run{(group.Key.LaunchNs is { } launch ? $", starting an operator {Numbers.WithUnit(launch, "ns")}" : "")}; small to large mark: x1, x2, x4",
            [Panel(group.Key, [.. group.OrderByDescending(SizeOf).Select(cell => Point(machine.Names, cell))])])),
    ];

    private static PointPanel Panel(Ceiling ceiling, ImmutableArray<ChartPoint> points)
    {
        double peak = ceiling.FmaGflops, ridge = peak / ceiling.BandwidthGBs.Values.DefaultIfEmpty(peak).Max();
        // From left of where the steepest roof ends, so that all of them can be seen.
        var across = new AxisRange(Math.Min(points.Min(point => point.X), ridge) / 2.6, points.Max(point => point.X) * 2.1);
        var up = new AxisRange(points.Min(point => point.Y) / 1.65, Math.Max(peak, points.Max(point => point.Y)) * 1.13);
        return new PointPanel("", points, [.. Roofs(ceiling, across, up)]) { Ranges = (across, up) };
    }

    /// <returns>The peak first, then bandwidths from the highest on, each up to the peak; those that lie beside the plot are left out.</returns>
    private static IEnumerable<ChartLine> Roofs(Ceiling ceiling, AxisRange across, AxisRange up)
    {
        double peak = ceiling.FmaGflops, ridge = peak / ceiling.BandwidthGBs.Values.DefaultIfEmpty(double.PositiveInfinity).Max();
        if (ridge < across.Maximum)
            yield return new ChartLine(
                ChartLineStyle.Peak, [(Math.Max(across.Minimum, ridge), peak), (across.Maximum, peak)], $"multiply-adds {Numbers.WithUnit(peak, "GFLOP/s")}");
        foreach ((string level, double bandwidth) in ceiling.BandwidthGBs.OrderByDescending(level => level.Value))
        {
            double from = Math.Max(across.Minimum, up.Minimum / bandwidth), to = Math.Min(across.Maximum, peak / bandwidth);
            if (from < to)
                yield return new ChartLine(
                    ChartLineStyle.Roof, [(from, from * bandwidth), (to, to * bandwidth)], $"{level} {Numbers.WithUnit(bandwidth, "GB/s")}");
        }
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
        : CellSubject.IsNetworkOrUnits(cell.Cell.Experiment) ? Networks
        : Others;

    private static int SizeOf(CellRoofline cell) => cell.Cell.Scale is { } label && Scales.TryParse(label, out Scale scale) ? (int)scale : 2;
}
