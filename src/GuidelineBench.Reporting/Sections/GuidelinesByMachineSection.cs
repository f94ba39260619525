using GuidelineBench.Reporting.Hardware;

namespace GuidelineBench.Reporting.Sections;

internal static class GuidelinesByMachineSection
{
    public static IEnumerable<Section> Of(IReadOnlyList<HardwareMachine> machines)
    {
        // Runs of networks alone have nothing to say about the guidelines.
        if (machines.All(machine => machine.Verdicts is null))
            yield break;
        IReadOnlyList<GuidelineByMachine> rows = GuidelineByMachine.Of([.. machines.Select(machine => machine.Verdicts)]);
        bool areMany = HardwareSections.AreMany(machines);
        yield return new Section(
            "comparison",
            "Guidelines by machine",
            new Paragraph($"Time per multiply-add of the row that breaks the guideline over the row that follows it, its interval, and what limits the kernels there. {HardwareSentences.Marks}"),
            areMany ? Lines(machines, rows) : Table(machines, rows),
            areMany ? Paragraph.Key("Machines with most verdicts unlike the paper's first.") : null);
    }

    private static Table Table(IReadOnlyList<HardwareMachine> machines, IReadOnlyList<GuidelineByMachine> rows) => Paper(Judged(
        Named(row => [HardwareSentences.Mark(row.Disagreement) + $"{row.Guideline.Id} · {row.Guideline.Name}", Phrase.Break, Phrase.Quiet(HardwareSentences.Headline(row.Experiment))]),
        machines, Enumerable.Range(0, machines.Count), isLinked: true)).Table("Guidelines by machine", rows);

    private static Table Lines(IReadOnlyList<HardwareMachine> machines, IReadOnlyList<GuidelineByMachine> rows) => Judged(
        Paper(Named(row => $"{HardwareSentences.Mark(row.Disagreement)}{row.Guideline.Id} · {row.Guideline.Name}: {HardwareSentences.Headline(row.Experiment)}")),
        machines, Enumerable.Range(0, machines.Count).OrderByDescending(machine => rows.Count(row => row.ContradictsPaper(machine))), isLinked: false)
        .Table("Guidelines by machine", rows).Transposed("machine");

    private static Columns<GuidelineByMachine> Named(Func<GuidelineByMachine, Text> name) => new Columns<GuidelineByMachine>().Name("guideline", row => name(row));

    private static Columns<GuidelineByMachine> Judged(
        Columns<GuidelineByMachine> columns, IReadOnlyList<HardwareMachine> machines, IEnumerable<int> order, bool isLinked) => columns.Each(
        order,
        (more, machine) => more.Add(
            ColumnKind.Judged,
            isLinked ? Phrase.Link(HardwareSentences.Name(machines[machine]), "#" + HardwareSections.IdOf(machines[machine].Reports.First())) : HardwareSentences.Name(machines[machine]),
            row => JudgedCell.Of(row.ByMachine[machine], row.ContradictsPaper(machine))));

    private static Columns<GuidelineByMachine> Paper(Columns<GuidelineByMachine> columns) => columns
        .Number(Sentences.PaperPhone, row => HardwareSentences.Paper(row.Experiment, ChannelSetting.Cpu))
        .Number(Sentences.PaperGpu, row => HardwareSentences.Paper(row.Experiment, ChannelSetting.Gpu));
}
