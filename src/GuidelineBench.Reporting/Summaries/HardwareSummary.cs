using System.Text;
using GuidelineBench.Analysis.Comparisons;
using GuidelineBench.Analysis.Hardware;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Reporting.Hardware;
using GuidelineBench.Reporting.Histories;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Summaries;

/// <summary><c>summary.md</c> of several machines: a line per guideline, guidelines and networks by machine, what changed on each, then each run.</summary>
internal static class HardwareSummary
{
    public static string Write(IReadOnlyList<HardwareMachine> machines, IReadOnlyList<HistoryReport> histories)
    {
        var text = new StringBuilder();
        GuidelineByMachine[] guidelines = [.. GuidelineByMachine.Of([.. machines.Select(machine => machine.Verdicts)])];
        // Two spaces at the end keep the lines apart in rendered Markdown.
        if (machines.Any(machine => machine.Verdicts is not null))
            foreach (GuidelineByMachine row in guidelines.OrderBy(row => row.Guideline.Id, StringComparer.Ordinal))
                text.Append(MarkdownText.Escape(HardwareSentences.Of(row, machines))).Append("  \n");
        else
            text.Append("Networks of ").Append(Numbers.Of(machines.Count, "machine")).Append("  \n");
        text.Append("\n# GuidelineBench: ").Append(Numbers.Of(machines.Count, "machine")).Append("\n\n");
        AppendMachines(text, machines);
        if (machines.Count > Report.MostWithSections)
            MachineLines.Append(text, machines, guidelines);
        else
            AppendTables(text, machines, guidelines);
        foreach (HistoryReport history in histories)
            HistorySummary.AppendChanges(text, history, "## Over time: ");
        if (machines.Count <= Report.MostWithSections)
            foreach (HardwareMachine machine in machines)
                foreach (MachineReport report in machine.Reports)
                    AppendRun(text, machine, report);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendMachines(StringBuilder text, IReadOnlyList<HardwareMachine> machines) => MarkdownTable.Append(
        text,
        ["machine", "processor", "instruction set", "kernels", "run shown", "cores"],
        5,
        machines.Select(machine => new[]
        {
            machine.Name, machine.Key.Machine.Cpu, machine.Key.Machine.Isa, HardwareSentences.RanOn(machine),
            string.Join("; ", machine.Reports.Select(report => Numbers.Minute(report.File.StartedUtc) + (report.File.Complete ? "" : ", not complete"))),
            Numbers.Count(machine.Key.Machine.Cores),
        }));

    private static void AppendTables(StringBuilder text, IReadOnlyList<HardwareMachine> machines, IReadOnlyList<GuidelineByMachine> guidelines)
    {
        AppendGuidelines(text, machines, guidelines);
        AppendNetworks(text, machines);
    }

    private static void AppendGuidelines(StringBuilder text, IReadOnlyList<HardwareMachine> machines, IReadOnlyList<GuidelineByMachine> guidelines)
    {
        if (machines.All(machine => machine.Verdicts is null))
            return;
        text.Append("## Guidelines by machine\n\n");
        string[] heads = [.. machines.Select(machine => machine.Name + (machine.Guidelines is { } report ? Sentences.InExecution(report) : ""))];
        MarkdownTable.Append(
            text,
            ["guideline", "contrast", .. heads, Sentences.PaperPhone, Sentences.PaperGpu],
            2 + heads.Length,
            guidelines.Select(row => (string[])
            [
                row.Guideline.Id + HardwareSentences.Words(row.Disagreement),
                HardwareSentences.Headline(row.Guideline),
                .. row.ByMachine.Select((judged, machine) => HardwareSentences.Cell(judged, row.ContradictsPaper(machine))),
                HardwareSentences.Paper(row.Guideline, ChannelSetting.Cpu),
                HardwareSentences.Paper(row.Guideline, ChannelSetting.Gpu),
            ]));
        ContrastByMachine[] contrasts = [.. ContrastByMachine.Of([.. machines.Select(machine => machine.Verdicts)])];
        if (contrasts.Length == 0)
            return;
        text.Append("## Scale by scale\n\n");
        MarkdownTable.Append(
            text,
            ["guideline", "contrast", "scale", .. heads, Sentences.PaperPhone, Sentences.PaperGpu],
            3 + heads.Length,
            contrasts.Select(row => (string[])
            [
                row.Guideline.Id + HardwareSentences.Words(row.Disagreement),
                Sentences.Of(row.Contrast),
                row.Scale.Label(),
                .. row.ByMachine.Select((judged, machine) => HardwareSentences.Cell(judged, row.ContradictsPaper(machine))),
                Numbers.Ratio(row.Paper.Cpu?.TimeRatio),
                Numbers.Ratio(row.Paper.Gpu?.TimeRatio),
            ]));
    }

    private static void AppendNetworks(StringBuilder text, IReadOnlyList<HardwareMachine> machines)
    {
        NetworkComparison comparison = NetworkComparison.Of([.. machines.Select(machine => machine.Networks?.NetworkRuns.FirstOrDefault())]);
        if (comparison.Rows.IsEmpty)
            return;
        string[] names = [.. machines.Select(machine => machine.Name)];
        text.Append("## Networks by machine\n\n").Append(MarkdownText.Escape(NetworkSentences.Machines(comparison, names))).Append("\n\n");
        MarkdownTable.Append(
            text,
            ["network", .. names.SelectMany(name => new[] { name + ", images/s", "rank" })],
            1,
            comparison.Rows.Select(row => (string[])
            [
                row.Name + (row.Disagrees ? ", ranks differ" : ""),
                .. names.SelectMany((_, machine) => new[]
                {
                    Numbers.Significant(row.ImagesPerSecond[machine]), Numbers.Count(row.Ranks[machine]),
                }),
            ]));
    }

    private static void AppendRun(StringBuilder text, HardwareMachine machine, MachineReport report)
    {
        text.Append("# ").Append(MarkdownText.Escape(machine.Name)).Append(report == machine.Reports.First() ? "" : ", networks").Append("\n\n");
        GuidelineLines.Append(text, report);
        MachineTables.Append(text, report);
    }
}
