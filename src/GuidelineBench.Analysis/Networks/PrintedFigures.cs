using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Paper;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Networks;

/// <summary>What the paper prints for a row of a group, or for one column of it.</summary>
/// <param name="Model">The printed network or unit.</param>
/// <param name="Block">Input or map size that heads the row's part of the table; null for a table of one part.</param>
/// <param name="Level">10^6 multiply-adds that head the row's part or column, channels for units; null where there is neither.</param>
/// <param name="MegaMultiplyAdds">10^6 per image.</param>
/// <param name="Top1ErrorPercent">ImageNet validation, one crop.</param>
/// <param name="PhoneImagesPerSecond">An ARM processor, one thread: Snapdragon 810 in ShuffleNet V2.</param>
/// <param name="GpuPerSecond">GTX 1080Ti: batches per second, of the table's own batch; in Table 7 images per second of the whole detector.</param>
public sealed record PrintedFigures(
    string Model,
    string? Block = null,
    int? Level = null,
    double? MegaMultiplyAdds = null,
    double? Top1ErrorPercent = null,
    double? PhoneImagesPerSecond = null,
    double? GpuPerSecond = null)
{
    /// <exception cref="ArgumentException">No table has this row.</exception>
    public static PrintedFigures Of(PaperRow row) => row.Group switch
    {
        "table6" => Of(PaperTables.Table6.Rows[row.Row]),
        "table7" => Of(PaperTables.Table7.Rows[row.Row], row.Column),
        "table8" => Of(PaperTables.Table8.Rows[row.Row]),
        "appendix1a" => Of(PaperTables.AppendixTable1a.Rows[row.Row], row.Column),
        CellSubject.Units => Of(PaperTables.AppendixTable1b.Rows[row.Row], row.Column),
        "alexnet" => Of(PaperTables.ShuffleNetV1Table8.Rows[row.Row], row.Column),
        _ => throw new ArgumentException($"The group {row.Group} has no printed table.", nameof(row)),
    };

    private static PrintedFigures Of(LargeModel row) =>
        new(row.Model, MegaMultiplyAdds: 1000 * row.GigaMultiplyAdds, Top1ErrorPercent: row.Top1ErrorPercent);

    private static PrintedFigures Of(DetectionResult row, int column) => new(
        row.Model,
        Level: PaperTables.Table7.LevelsMegaMultiplyAdds[column],
        GpuPerSecond: row.GpuImagesPerSecond[column]);

    private static PrintedFigures Of(ClassificationResult row) => new(
        row.Model, null, row.LevelMegaMultiplyAdds, row.MegaMultiplyAdds, row.Top1ErrorPercent, row.CpuImagesPerSecond, row.GpuBatchesPerSecond);

    private static PrintedFigures Of(ResolutionResult row, int column) => new(
        row.Network,
        row.Size,
        PaperTables.AppendixTable1a.LevelsMegaMultiplyAdds[column],
        PhoneImagesPerSecond: row.CpuImagesPerSecond[column],
        GpuPerSecond: row.GpuBatchesPerSecond[column]);

    private static PrintedFigures Of(UnitResult row, int column) => new(
        row.Unit,
        FormattableString.Invariant($"{row.MapSize}x{row.MapSize}"),
        PaperTables.AppendixTable1b.Channels[column],
        PhoneImagesPerSecond: row.CpuImagesPerSecond[column],
        GpuPerSecond: row.GpuBatchesPerSecond[column]);

    private static PrintedFigures Of(MobileTime row, int column) => new(
        row.Model,
        PaperTables.ShuffleNetV1Table8.Sizes[column],
        null,
        row.MegaMultiplyAdds,
        row.Top1ErrorPercent,
        1000 / row.Milliseconds[column]);
}
