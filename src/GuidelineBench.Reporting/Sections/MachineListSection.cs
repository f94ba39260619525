using GuidelineBench.Reporting.Hardware;

namespace GuidelineBench.Reporting.Sections;

internal static class MachineListSection
{
    public static IEnumerable<Section> Of(IReadOnlyList<HardwareMachine> machines)
    {
        yield return new Section(
            "machines",
            "Machines",
            new Paragraph("Runs are those of one machine when host, processor, cores and instruction set are the same; backends and devices of a machine stand apart."),
            new Columns<HardwareMachine>()
                .Name("machine", machine => machine.Name)
                .Prose("processor", machine => machine.Key.Machine.Cpu)
                .Number("cores", machine => Numbers.Count(machine.Key.Machine.Cores))
                .Text("instruction set", machine => machine.Key.Machine.Isa)
                .Prose("kernels", machine => machine.Key.Engine)
                .Prose("run shown", machine => string.Join("; ", machine.Reports.Select(report => Numbers.Minute(report.File.StartedUtc) + (report.File.Complete ? "" : ", not complete"))))
                .Prose("version", machine => string.Join("; ", machine.Reports.Select(report => report.File.Tool.Version).Distinct()))
                .Text("over time", machine => machine.HistoryPath is { } path ? Phrase.Link("history", path) : (Text)"one run")
                .Table("Machines", machines, TableShape.Long));
    }
}
