using System.Text;
using GuidelineBench.Analysis.Comparisons;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Summaries;

/// <summary><c>summary.md</c> of several runs: guidelines by machine, then each run.</summary>
internal static class ComparisonSummary
{
    public static string Write(IReadOnlyList<MachineReport> machines)
    {
        var text = new StringBuilder("# GuidelineBench: guidelines by machine\n\n");
        MarkdownTable.Append(
            text,
            ["guideline", "contrast", "scale", .. machines.Select(machine => machine.Name + Sentences.InExecution(machine)), Sentences.PaperPhone, Sentences.PaperGpu],
            3,
            GuidelineComparison.Of([.. machines.Select(machine => new MachineEffects(machine.Name, machine.Effects))]).Select(Row));
        AppendNetworks(text, machines);
        foreach (MachineReport machine in machines)
        {
            text.Append("# ").Append(MarkdownText.Escape(machine.Name)).Append("\n\n");
            GuidelineLines.Append(text, machine);
            MachineTables.Append(text, machine);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendNetworks(StringBuilder text, IReadOnlyList<MachineReport> machines)
    {
        NetworkComparison comparison = NetworkComparison.Of([.. machines.Select(machine => machine.NetworkRuns.FirstOrDefault())]);
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

    private static string[] Row(GuidelineComparison row) =>
    [
        $"{row.Guideline.Id}{(row.Disagrees ? ", machines disagree" : "")}",
        Sentences.Of(row.Contrast),
        row.Scale.Label(),
        .. row.ByMachine.Select((RatioEstimate? estimate) => Numbers.Estimate(estimate)),
        Numbers.Ratio(row.Paper.Cpu?.TimeRatio),
        Numbers.Ratio(row.Paper.Gpu?.TimeRatio),
    ];
}
