using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

/// <summary>Tables whose networks stand beside ShuffleNet v2 of the same level and size.</summary>
internal static class NetworkRelativeSections
{
    public static IEnumerable<Section> Of(MachineReport machine) =>
        from table in RelativeTable.All
        let comparison = machine.Group(table.Group)
        where comparison is not null
        let speeds = RelativeSpeed.Of(comparison, table.Baseline)
        select new Section(
            machine.Id(table.Group + "-section"),
            table.Title,
            new Paragraph(table.About),
            Figure.Of(Chart(machine, table, speeds)),
            Networks(table, comparison, speeds.ToDictionary(speed => speed.Network)),
            Paragraph.Key($"* relative to {table.Baseline} of the same part of the table. {NetworkNames.Marks}"))
        { Tag = table.Table, Summary = SummaryPart.Findings };

    private static BarChart? Chart(MachineReport machine, RelativeTable table, ImmutableArray<RelativeSpeed> speeds)
    {
        (ChartSeries, Func<RelativeSpeed, double?>) measured = (ChartSeries.Measured, speed => speed.Measured);
        return RelativeSpeedChart.Of(
            machine.Id(table.Group),
            NetworkSentences.Relative(speeds, table.Baseline, table.Others),
            table.Baseline,
            speeds,
            table.LevelName,
            table.HasWholeDetector ? [measured] : [measured, (ChartSeries.PaperPhone, speed => speed.Phone), (ChartSeries.PaperGpu, speed => speed.Gpu)]);
    }

    private static Table Networks(RelativeTable table, GroupComparison comparison, Dictionary<ComparedNetwork, RelativeSpeed> speeds)
    {
        return NetworkCells.Columns()
            .Group(table.HasWholeDetector ? "Measured here, backbone only" : "Measured here", instead: row => NetworkCells.Skipped(row.Measured))
            .Strong("images/s", row => Numbers.Significant(row.ImagesPerSecond))
            .Strong("speed*", row => Relative(row, speed => speed.Measured, isKnown: row.ImagesPerSecond is not null))
            .Number("of peak", row => Numbers.Percent(row.Measured?.Cell.PercentOfPeak))
            .Number("launches", row => Numbers.Count(row.Measured?.Cell.Launches))
            .If(!table.HasWholeDetector, columns => columns
                .Group(Sentences.PaperPhone)
                .Number("images/s", row => Numbers.Printed(row.Paper.PhoneImagesPerSecond, ChannelSetting.Cpu))
                .Number("speed*", row => Relative(row, speed => speed.Phone)))
            .Group(Sentences.PaperGpu + (table.HasWholeDetector ? ", whole detector" : ""))
            .Number(table.HasWholeDetector ? "images/s" : "batches/s", row => Numbers.Printed(row.Paper.GpuPerSecond, ChannelSetting.Gpu))
            .Number("speed*", row => Relative(row, speed => speed.Gpu))
            .Group("")
            .Number("multiply-adds, 10⁶", row => row.Measured is { } own ? Numbers.Millions(own.Cell.MultiplyAdds) : Numbers.None)
            .Table(
                table.Table,
                "part", comparison.Rows.GroupBy(row => (row.Paper.Block, row.Paper.Level)).Where(part => part.Any(row => row.Measured is not null)),
                part => string.Join(", ", new[] { part.Block, part.Level is { } level ? table.LevelName(level) : null }.OfType<string>()), TableShape.Wide);

        string Relative(ComparedNetwork row, Func<RelativeSpeed, double?> value, bool isKnown = true) =>
            Numbers.Ratio(row.Paper.Model == table.Baseline && isKnown ? 1 : speeds.TryGetValue(row, out RelativeSpeed? speed) ? value(speed) : null);
    }
}
