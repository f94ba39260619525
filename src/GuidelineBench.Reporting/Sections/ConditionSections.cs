namespace GuidelineBench.Reporting.Sections;

internal static class ConditionSections
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        yield return new Section(
            IdOf(machine),
            "What was doubtful",
            machine.Doubts.IsEmpty
                ? new Paragraph($"Nothing: the run is complete, every cell was verified against the reference, and clock and times stayed within {Numbers.Percent(100 * Doubts.LargeSpread)} from round to round.")
                : BulletList.Of(machine.Doubts.Select(doubt => DoubtSentences.Of(doubt, machine.File))));
        CellResult[] skipped = [.. machine.File.Cells.Where(cell => cell.Skipped is not null)];
        if (skipped.Length > 0)
            yield return new Section(
                machine.Id("skipped"),
                "Skipped cells",
                new Columns<CellResult>()
                    .Name("cell", cell => machine.Names.Of(cell))
                    .Text("configuration", cell => Configuration.Of(cell).Words)
                    .Prose("reason", cell => cell.Skipped)
                    .Table("Skipped cells", skipped));
    }

    public static string IdOf(MachineReport machine) => machine.Id("doubts");
}
