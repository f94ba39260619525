namespace GuidelineBench.Reporting.Charts;

/// <summary>Chart B: whether time follows memory access, one series per table.</summary>
internal static class MemoryAccessChart
{
    private static readonly ChartPoint First = new(ChartSeries.FirstRows, 1, 1, ChartSeries.FirstRows.Name, 2, "first row of each table: 1x, 1x");

    /// <returns>Null when no cell has both ratios.</returns>
    public static PointChart? Of(MachineReport machine)
    {
        ImmutableArray<(string Label, ChartPoint[] Points)> rows =
        [
            .. from table in Guideline.All.SelectMany(guideline => machine.Effects.Of(guideline))
               from cell in table.Cells
               where cell.Row != table.Experiment.Rows[0] && cell is { RelativeToFirst: not null, RelativeMemoryAccess: not null }
               group cell by (table.Experiment.Table, cell.Row.Label) into row
               select (row.Key.Label, row.Select(cell => Point(row.Key.Table, cell)).ToArray()),
        ];
        if (rows.IsEmpty)
            return null;
        ChartPoint[] points = [.. rows.SelectMany(row => row.Points)];
        var across = new AxisRange(Math.Min(1, points.Min(point => point.X)) - 0.15, Math.Max(1.2, points.Max(point => point.X)) + 0.15);
        var up = new AxisRange(Math.Min(1, points.Min(point => point.Y)) - 0.02, Math.Max(1.05, points.Max(point => point.Y)) + 0.02);
        (double from, double to) = (Math.Max(across.Minimum, up.Minimum), Math.Min(across.Maximum, up.Maximum));
        return new PointChart(
            machine.IdPrefix + "memory-access",
            Finding(points),
            new ChartAxis("memory access, first row = 1x", Logarithmic: false, "x"),
            new ChartAxis($"time per multiply-add{Sentences.InExecution(machine)}, first row = 1x", Logarithmic: false, "x"),
            "small to large mark: x1, x2, x4; dashed: time grows as memory access does",
            [
                new PointPanel(
                    "",
                    [.. points.OrderByDescending(point => point.Size), First],
                    [
                        new ChartLine(ChartLineStyle.Guide, [(from, from), (to, to)]),
                        .. rows.Select(row => new ChartLine(ChartLineStyle.Link, [.. row.Points.Select(point => (point.X, point.Y))])),
                    ])
                {
                    Ranges = (across, up),
                    Labels =
                    [
                        new ChartLabel(First.Label, [(1, 1)]),
                        .. rows.Select(row => new ChartLabel(row.Label, [.. row.Points.Select(point => (point.X, point.Y))])),
                    ],
                },
            ]);
    }

    private static ChartPoint Point(int table, CellEffect cell) => new(
        ChartSeries.OfTable(table),
        cell.RelativeMemoryAccess!.Value,
        cell.RelativeToFirst!.Median,
        "",
        (int)cell.Scale,
        $"Table {Numbers.Plain(table)}, {cell.Row.Label} at {cell.Scale.Label()}: memory access {Numbers.Ratio(cell.RelativeMemoryAccess)}, time {Numbers.Estimate(cell.RelativeToFirst)}");

    private static string Finding(ChartPoint[] points)
    {
        ChartPoint most = points.MaxBy(point => point.X)!;
        return $"The row with most memory access moves {Numbers.Ratio(most.X)} the elements of its first row and takes {Numbers.Ratio(most.Y)} the time per multiply-add";
    }
}
