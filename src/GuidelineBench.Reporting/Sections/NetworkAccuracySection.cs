using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

/// <summary>Accuracy, which is the paper's, against measured speed.</summary>
internal static class NetworkAccuracySection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (machine.Group(PaperGroups.Main) is { } comparison)
            yield return new Section(
                machine.Id("which-network"),
                "Which network?",
                new Paragraph(
                    $"Speed is measured here, {machine.NetworkRuns[0].Configuration.Words}. Accuracy is not: it is the paper's top-1 error on ImageNet, and weights have no part in speed."),
                BulletList.Of(comparison.Levels.Select(level => NetworkSentences.AtLevel(comparison, level) + ".")),
                Figure.Of(NetworkCharts.Accuracy(machine.Id("accuracy"), comparison)),
                Figure.Of(NetworkCharts.AccuracyByLevel(machine.Id("accuracy-by-level"), comparison)),
                Networks(comparison),
                Paragraph.Key(
                    $"A network is on the front when no other is at least as fast and as accurate and better in one of both. Time is of a forward pass of the whole batch. {NetworkNames.Marks}"))
            { Tag = "Fig. 1 on this machine", Summary = SummaryPart.Findings };
    }

    private static Table Networks(GroupComparison comparison) => NetworkCells.Columns("network, fastest first")
        .Number("level", row => row.Paper.Level is { } level ? NetworkNames.Level(level) : Numbers.None)
        .Number("top-1 error, paper", row => Numbers.Percent(row.Paper.Top1ErrorPercent))
        .Strong("images/s", row => Numbers.Significant(row.ImagesPerSecond))
        .Number("time, ms", row => Numbers.Significant(row.Measured!.Cell.MedianNs / 1e6))
        .Text("front", row => comparison.Front.Contains(row) ? "yes" : "")
        .Text("front of its level", row => row.Paper.Level is { } level && comparison.FrontAt(level).Contains(row) ? "yes" : "")
        .Table("Networks by speed", comparison.Measured.OrderByDescending(row => row.ImagesPerSecond).ThenBy(row => row.Paper.Top1ErrorPercent));
}
