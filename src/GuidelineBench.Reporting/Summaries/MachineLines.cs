using System.Text;
using GuidelineBench.Analysis.Comparisons;
using GuidelineBench.Analysis.Hardware;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Reporting.Hardware;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Summaries;

/// <summary>Guidelines and networks of many machines with a line for each: a column for each would not fit.</summary>
internal static class MachineLines
{
    public static void Append(StringBuilder text, IReadOnlyList<HardwareMachine> machines, IReadOnlyList<GuidelineByMachine> guidelines)
    {
        if (machines.Any(machine => machine.Verdicts is not null))
            AppendGuidelines(text, machines, guidelines);
        NetworkComparison comparison = NetworkComparison.Of([.. machines.Select(machine => machine.Networks?.NetworkRuns.FirstOrDefault())]);
        if (!comparison.Rows.IsEmpty)
            AppendNetworks(text, machines, comparison);
    }

    private static void AppendGuidelines(StringBuilder text, IReadOnlyList<HardwareMachine> machines, IReadOnlyList<GuidelineByMachine> guidelines)
    {
        text.Append("## Guidelines by machine\n\n");
        MarkdownTable.Append(
            text,
            ["machine", .. guidelines.Select(row => $"{row.Guideline.Id}{HardwareSentences.Words(row.Disagreement)}: {HardwareSentences.Headline(row.Guideline)}")],
            1 + guidelines.Count,
            [
                [Sentences.PaperPhone, .. guidelines.Select(row => HardwareSentences.Paper(row.Guideline, ChannelSetting.Cpu))],
                [Sentences.PaperGpu, .. guidelines.Select(row => HardwareSentences.Paper(row.Guideline, ChannelSetting.Gpu))],
                .. machines.Select((machine, index) => (string[])
                [
                    machine.Name + (machine.Guidelines is { } report ? Sentences.InExecution(report) : ""),
                    .. guidelines.Select(row => HardwareSentences.Cell(row.ByMachine[index], row.ContradictsPaper(index))),
                ]),
            ]);
    }

    private static void AppendNetworks(StringBuilder text, IReadOnlyList<HardwareMachine> machines, NetworkComparison comparison)
    {
        text.Append("## Networks by machine\n\n")
            .Append(MarkdownText.Escape(NetworkSentences.Machines(comparison, [.. machines.Select(machine => machine.Name)])))
            .Append("\n\n");
        MarkdownTable.Append(
            text,
            ["images/s (rank)", .. comparison.Rows.Select(row => row.Name + (row.Disagrees ? ", ranks differ" : ""))],
            1,
            machines.Select((machine, index) => (string[])
            [
                machine.Name,
                .. comparison.Rows.Select(row =>
                    Numbers.Significant(row.ImagesPerSecond[index]) + (row.Ranks[index] is { } rank ? $" ({Numbers.Count(rank)})" : "")),
            ]));
    }
}
