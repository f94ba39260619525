using GuidelineBench.Core.Paper;
using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

internal static class NetworkClassificationSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (machine.Group(PaperGroups.Main) is { } comparison)
            yield return new Section(
                machine.Id("table8-section"),
                "Networks here and on the paper's devices",
                new Paragraph($"The paper's phone ran one image at a time on one thread, its GPU batches of {Numbers.Count(PaperTables.Table8.GpuBatch)}."),
                Figure.Of(NetworkCharts.AgainstPhone(machine.Id("table8"), comparison)),
                Correlations(comparison),
                Paragraph.Key(
                    "Spearman's rank correlation: 1 for the same order, 0 for none, −1 for the opposite one. Networks of two rows count once. With few networks in a level a single exchange moves it far."),
                Networks(comparison),
                Paragraph.Key(
                    "Ranks count all rows of the table, 1 for the fastest. The paper prints no speed for CondenseNet, and two errors each for MobileNet v2 1.0 and 1.4, whose rows share one measurement here. " + NetworkNames.Marks),
                NetworkCells.Notes(comparison.Measured))
            { Tag = "Table 8", Summary = SummaryPart.Findings };
    }

    private static Table Correlations(GroupComparison comparison) => new Columns<RankAgreement>()
        .Name("rank correlation of speeds", agreement => agreement.Level is { } level ? NetworkNames.Level(level) : "all levels")
        .Number("networks", agreement => Numbers.Count(agreement.Networks))
        .Strong(Sentences.PaperPhone, agreement => Numbers.Correlation(agreement.Phone))
        .Strong(Sentences.PaperGpu, agreement => Numbers.Correlation(agreement.Gpu))
        .Number("fewer multiply-adds", agreement => Numbers.Correlation(agreement.FewerMultiplyAdds))
        .Table("Rank correlations", comparison.Agreements);

    private static Table Networks(GroupComparison comparison)
    {
        var measured = Ranking.Of(comparison.Rows, row => row.ImagesPerSecond);
        var phone = Ranking.Of(comparison.Rows, row => row.Paper.PhoneImagesPerSecond);
        var gpu = Ranking.Of(comparison.Rows, row => row.Paper.GpuPerSecond);
        return NetworkCells.Columns()
            .Group("Measured here", instead: row => NetworkCells.Skipped(row.Measured))
            .Strong("images/s", row => Numbers.Significant(row.ImagesPerSecond))
            .Number("rank", row => Rank(measured, row))
            .Number("of peak", row => Numbers.Percent(row.Measured?.Cell.PercentOfPeak))
            .Number("launches", row => Numbers.Count(row.Measured?.Cell.Launches))
            .Group(Sentences.PaperPhone)
            .Number("images/s", row => Numbers.Printed(row.Paper.PhoneImagesPerSecond, ChannelSetting.Cpu))
            .Number("rank", row => Rank(phone, row))
            .Group(Sentences.PaperGpu)
            .Number("batches/s", row => Numbers.Printed(row.Paper.GpuPerSecond, ChannelSetting.Gpu))
            .Number("rank", row => Rank(gpu, row))
            .Group("Multiply-adds, 10⁶")
            .Number("counted", row => row.Measured is { } own ? Numbers.Millions(own.Cell.MultiplyAdds) : Numbers.None)
            .Number("paper", row => Numbers.Significant(row.Paper.MegaMultiplyAdds))
            .Group("")
            .Number("top-1 error, paper", row => Numbers.Percent(row.Paper.Top1ErrorPercent))
            .Table("Table 8", "level", comparison.Rows.GroupBy(row => row.Paper.Level), level => level is { } known ? NetworkNames.Level(known) : "", TableShape.Wide);
    }

    private static string Rank(IReadOnlyDictionary<ComparedNetwork, int> ranks, ComparedNetwork row) =>
        ranks.TryGetValue(row, out int rank) ? Numbers.Count(rank) : Numbers.None;
}
