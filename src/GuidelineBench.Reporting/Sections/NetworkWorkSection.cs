using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

internal static class NetworkWorkSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (machine.Group(PaperGroups.Main) is not { } comparison)
            yield break;
        bool hasSpreads = !LevelSpread.Of(comparison).IsEmpty;
        yield return new Section(
            machine.Id("work-section"),
            "How much do multiply-adds say about speed?",
            new Paragraph("If multiply-adds alone made the time, all networks would lie on one dashed line."),
            Figure.Of(NetworkCharts.Work(machine.Id("work"), comparison)),
            hasSpreads ? Spreads(comparison) : null,
            hasSpreads ? Paragraph.Key("The rank correlation (Spearman) is 1 where the network with fewer multiply-adds is always the faster one. Multiply-adds are counted from the graph that ran.") : null)
        { Summary = SummaryPart.Findings };
    }

    private static Table Spreads(GroupComparison comparison) => new Columns<LevelSpread>()
        .Name("level", spread => NetworkNames.Level(spread.Level))
        .Text("most multiply-adds per second", spread => NetworkNames.Of(spread.Fastest))
        .Number("10⁹/s", spread => Numbers.Significant(spread.Fastest.Measured!.GigaMultiplyAddsPerSecond))
        .Text("fewest multiply-adds per second", spread => NetworkNames.Of(spread.Slowest))
        .Number("10⁹/s", spread => Numbers.Significant(spread.Slowest.Measured!.GigaMultiplyAddsPerSecond))
        .Strong("ratio", spread => Numbers.Ratio(spread.Ratio))
        .Number("rank correlation with multiply-adds", spread => Numbers.Correlation(comparison.Agreements.FirstOrDefault(agreement => agreement.Level == spread.Level)?.FewerMultiplyAdds))
        .Table("Spread of speed at equal multiply-adds", LevelSpread.Of(comparison));
}
