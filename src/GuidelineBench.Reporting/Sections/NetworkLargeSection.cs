using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

internal static class NetworkLargeSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (machine.Group(PaperGroups.Large) is { } comparison)
            yield return new Section(
                machine.Id("table6-section"),
                "Large models",
                new Paragraph("The paper prints multiply-adds and errors of these, and no speeds."),
                Figure.Of(NetworkCharts.Large(machine.Id("table6"), comparison)),
                Networks(comparison),
                Paragraph.Key(NetworkNames.Marks),
                NetworkCells.Notes(comparison.Measured))
            { Tag = "Table 6", Summary = SummaryPart.Findings };
    }

    private static Table Networks(GroupComparison comparison) => NetworkCells.Columns()
        .Group("", instead: row => NetworkCells.Skipped(row.Measured))
        .Strong("images/s", row => Numbers.Significant(row.ImagesPerSecond))
        .Number("of peak", row => Numbers.Percent(row.Measured?.Cell.PercentOfPeak))
        .Number("launches", row => Numbers.Count(row.Measured?.Cell.Launches))
        .Group("")
        .Number("multiply-adds, 10⁹", row => Numbers.Significant(row.Measured?.Cell.MultiplyAdds / 1e9))
        .Number("the paper's", row => Numbers.Significant(row.Paper.MegaMultiplyAdds / 1000))
        .Number("top-1 error, paper", row => Numbers.Percent(row.Paper.Top1ErrorPercent))
        .Table("Table 6", comparison.Rows);
}
