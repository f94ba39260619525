namespace GuidelineBench.Reporting.Sections;

internal static class OtherCellsSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (!machine.Effects.OtherCells.IsEmpty)
            yield return new Section(
                machine.Id("other-cells"),
                "Other cells",
                new Paragraph("Cells of experiments, rows or scales that this version does not compare, and repeated ones."),
                new Columns<CellResult>()
                    .Name("experiment", cell => cell.Experiment)
                    .Text("row", cell => cell.Row)
                    .Text("scale", cell => cell.Scale ?? Numbers.None)
                    .Text("configuration", cell => Configuration.Of(cell).Words)
                    .Strong("images/s", cell => Numbers.Significant(cell.ImagesPerSecond))
                    .Number("GFLOP/s", cell => Numbers.Significant(cell.Gflops))
                    .Number("of peak", cell => Numbers.Percent(cell.PercentOfPeak))
                    .Number("multiply-adds, 10⁶", cell => Numbers.Millions(cell.MultiplyAdds))
                    .Number("memory access, 10⁶", cell => Numbers.Millions(cell.MemoryAccess))
                    .Table("Other cells", machine.Effects.OtherCells));
    }
}
