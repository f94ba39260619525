using System.Text;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Reporting.Charts;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Summaries;

/// <summary>What a run says about networks, in Markdown: sentences, then every network.</summary>
internal static class NetworkLines
{
    /// <summary>Nothing for a run without networks.</summary>
    public static void Append(StringBuilder text, MachineReport machine)
    {
        if (machine.NetworkRuns.IsEmpty)
            return;
        text.Append("## Networks\n\n");
        foreach (string sentence in Sentences(machine))
            text.Append("- ").Append(MarkdownText.Escape(sentence)).Append(".\n");
        text.Append('\n').Append(MarkdownText.Escape(NetworkSentences.Method)).Append("\n\n");
        foreach (NetworkRun run in machine.NetworkRuns)
            AppendRun(text, run);
        text.Append(MarkdownText.Escape(NetworkNames.Marks)).Append("\n\n");
    }

    private static IEnumerable<string> Sentences(MachineReport machine)
    {
        if (machine.Group(NetworkChartFiles.MainGroup) is { } main)
        {
            foreach (int level in main.Levels)
                yield return NetworkSentences.AtLevel(main, level) + " (errors are the paper's)";
            yield return NetworkSentences.Front(main);
            yield return NetworkSentences.Work(main);
            yield return NetworkSentences.Agreement(main);
        }

        if (NetworkChartFiles.Split(machine) is { } split)
            yield return split.Title;
        foreach (RelativeTable table in RelativeTables.All)
            if (NetworkChartFiles.Relative(machine, table) is { } relative)
                yield return $"{table.Title}: {relative.Title}";
        if (machine.Group(NetworkChartFiles.LargeGroup) is { } large)
            yield return NetworkSentences.Large(large);
        if (NetworkChartFiles.AlexNetChart(machine) is { } alexNet)
            yield return alexNet.Title;
    }

    private static void AppendRun(StringBuilder text, NetworkRun run)
    {
        text.Append(MarkdownText.Escape(CellNames.Of(run.Configuration))).Append(":\n\n");
        MarkdownTable.Append(
            text,
            ["network", "row in the paper", "architecture", "images/s", "of peak", "launches", "multiply-adds, 10⁶"],
            3,
            run.Networks.Select(network => new[]
            {
                network.Case?.Name ?? network.Name,
                network.Cell.Row,
                NetworkNames.Of(network.Case?.Entry.Status),
                Numbers.Significant(network.ImagesPerSecond),
                Numbers.Percent(network.Cell.PercentOfPeak),
                Numbers.Count(network.Cell.Launches),
                Numbers.Millions(network.Cell.MultiplyAdds),
            }));
    }
}
