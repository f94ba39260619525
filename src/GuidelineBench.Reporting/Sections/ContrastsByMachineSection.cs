using GuidelineBench.Reporting.Hardware;

namespace GuidelineBench.Reporting.Sections;

internal static class ContrastsByMachineSection
{
    private const string Name = "Contrasts by machine";

    public static IEnumerable<Section> Of(IReadOnlyList<HardwareMachine> machines)
    {
        IReadOnlyList<ContrastByMachine> rows = ContrastByMachine.Of([.. machines.Select(machine => machine.Verdicts)]);
        if (rows.Count > 0)
            yield return new Section(
                "contrasts",
                "Scale by scale",
                new Paragraph("Each of the guidelines' contrasts at one scale, judged alone."),
                HardwareSections.AreMany(machines)
                    ? Judged(
                        Paper(new Columns<ContrastByMachine>().Name("", row => $"{HardwareSentences.Mark(row.Disagreement)}{row.Guideline.Id} · {Sentences.Of(row.Contrast)}, {row.Scale.Label()}")),
                        machines).Table(Name, rows).Transposed("machine")
                    : Paper(Judged(
                        new Columns<ContrastByMachine>()
                            .Name("guideline", row => HardwareSentences.Mark(row.Disagreement) + row.Guideline.Id)
                            .Text("contrast", row => Sentences.Of(row.Contrast))
                            .Number("scale", row => row.Scale.Label()),
                        machines)).Table(Name, rows));
    }

    private static Columns<ContrastByMachine> Judged(Columns<ContrastByMachine> columns, IReadOnlyList<HardwareMachine> machines) => columns.Each(
        Enumerable.Range(0, machines.Count),
        (more, machine) => more.Add(ColumnKind.Judged, HardwareSentences.Name(machines[machine]), row => JudgedCell.Of(row.ByMachine[machine], row.ContradictsPaper(machine))));

    private static Columns<ContrastByMachine> Paper(Columns<ContrastByMachine> columns) => columns
        .Number(Sentences.PaperPhone, row => Numbers.Ratio(row.Paper.Cpu?.TimeRatio))
        .Number(Sentences.PaperGpu, row => Numbers.Ratio(row.Paper.Gpu?.TimeRatio));
}
