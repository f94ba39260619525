using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

internal static class NetworkAlexNetSection
{
    private const string Baseline = "AlexNet";

    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (machine.Group(PaperGroups.AlexNet) is not { } comparison)
            yield break;
        ImmutableArray<RelativeSpeed> speeds = RelativeSpeed.Of(comparison, Baseline);
        if (Chart(machine.Id(PaperGroups.AlexNet), speeds) is { } chart)
            yield return new Section(
                machine.Id(PaperGroups.AlexNet + "-section"),
                "Real against theoretical speed-up over AlexNet",
                new Paragraph("ShuffleNet v1's first page promises 18 times AlexNet's speed by multiply-adds and reports 13 times on a phone. How much of the promise is kept here?"),
                Figure.Of(chart),
                Networks(comparison, speeds),
                Paragraph.Key("The phone's times are those of ShuffleNet v1's Table 8, at 224x224 and one thread. Multiply-adds are counted from the graphs that ran."))
            { Tag = "ShuffleNet v1, Table 8", Summary = SummaryPart.Findings };
    }

    private static BarChart? Chart(string id, ImmutableArray<RelativeSpeed> speeds) => RelativeSpeedChart.Of(
        id,
        NetworkSentences.AlexNet(speeds),
        Baseline,
        speeds,
        NetworkNames.Level,
        [
            (ChartSeries.Measured, speed => speed.Measured),
            (ChartSeries.PaperPhone with { Name = "ShuffleNet v1's phone" }, speed => speed.Phone),
            (NetworkSeries.Promised, speed => speed.FewerMultiplyAdds),
        ]);

    private static Table Networks(GroupComparison comparison, ImmutableArray<RelativeSpeed> speeds)
    {
        return NetworkCells.Columns()
            .Strong("images/s", row => Numbers.Significant(row.ImagesPerSecond))
            .Strong("to AlexNet", row => Numbers.Ratio(Of(row)?.Measured))
            .Number("multiply-adds' ratio", row => Numbers.Ratio(Of(row)?.FewerMultiplyAdds))
            .Number("promise kept", row => Numbers.Percent(100 * Of(row)?.Measured / Of(row)?.FewerMultiplyAdds))
            .Number("phone, ms", row => Numbers.Significant(1000 / row.Paper.PhoneImagesPerSecond))
            .Number("to AlexNet", row => Numbers.Ratio(Of(row)?.Phone))
            .Table("Speed-up over AlexNet", comparison.Rows);

        RelativeSpeed? Of(ComparedNetwork row) => speeds.FirstOrDefault(speed => speed.Network == row);
    }
}
