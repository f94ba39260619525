using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

internal static class RooflineSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (!machine.Rooflines.IsEmpty)
            yield return new Section(
                machine.Id("rooflines"),
                "What limits each cell",
                [
                    new Paragraph(
                        "The limits are those of this run, at the same backend and thread count. A cell could be as fast as the longer of two times allows, that of its multiply-adds at their measured rate " +
                        "and that of its bytes at the bandwidth of the nearest level that holds what one operator touches, plus the cost of starting its operators. " +
                        "It is called bound by the largest of the three where that explains half of its time or more."),
                    .. RooflineChart.Of(machine).Select(Figure.Of),
                    Cells(machine),
                    Paragraph.Key("FLOP: 2 per multiply-add. Bytes: all that the plan reads and writes, element-wise operators included. Cells whose file lacks bytes, operators started or a ceiling are not listed."),
                ])
            { Summary = SummaryPart.Findings };
    }

    private static Table Cells(MachineReport machine) => new Columns<CellRoofline>()
        .Name("cell", roofline => machine.Names.Of(roofline.Cell))
        .Number("FLOP/byte", roofline => Numbers.Significant(roofline.Intensity))
        .Text("level", roofline => roofline.Level)
        .Number("GFLOP/s", roofline => Numbers.Significant(roofline.MeasuredGflops))
        .Number("attainable", roofline => Numbers.Significant(roofline.AttainableGflops))
        .Strong("of it", roofline => Numbers.Percent(roofline.PercentOfAttainable))
        .Text("bound", roofline => roofline.Bound == Bound.Unknown ? Numbers.None : VerdictSentences.Of(roofline.Bound))
        .Table("What limits each cell", "kernels", machine.Rooflines.GroupBy(roofline => roofline.Ceiling), ceiling => $"{ceiling.Backend}, {Numbers.Of(ceiling.Threads, "thread")}");
}
