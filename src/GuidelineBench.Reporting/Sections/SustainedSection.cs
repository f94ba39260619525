namespace GuidelineBench.Reporting.Sections;

internal static class SustainedSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (machine.Sustained is { } sustained)
            yield return new Section(
                machine.Id("sustained"),
                "Does the speed last?",
                new Paragraph(Finding(sustained)),
                new Columns<SustainedCell>()
                    .Name("cell", cell => machine.Names.Of(cell.Cell))
                    .Text("configuration", cell => Configuration.Of(cell.Cell).Words)
                    .Number("first minute, ms", cell => Milliseconds(cell.Times.FirstNs))
                    .Number("last minute, ms", cell => Milliseconds(cell.Times.LastNs))
                    .Strong("last to first", cell => Numbers.Ratio(cell.Ratio))
                    .Table("First and last minute", sustained.Cells));
    }

    private static string Finding(SustainedComparison sustained) =>
        $"Rounds went on for {Numbers.Significant(sustained.Run.Seconds / 60)} minutes. In the last minute ({Numbers.Of(sustained.Run.LastRounds, "round")}) a forward pass takes " +
        $"{Numbers.Ratio(sustained.MedianRatio)} its time in the first ({Numbers.Of(sustained.Run.FirstRounds, "round")}), the median of {Numbers.Of(sustained.Cells.Length, "cell")}; " +
        $"from {Numbers.Ratio(sustained.Cells.Min(cell => cell.Ratio))} to {Numbers.Ratio(sustained.Cells.Max(cell => cell.Ratio))}.";

    private static string Milliseconds(double ns) => Numbers.Significant(ns / 1e6);
}
