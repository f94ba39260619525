namespace GuidelineBench.Reporting.Charts;

/// <summary>A table that is shown relative to one of its networks.</summary>
/// <param name="Group">Name of the group of networks.</param>
/// <param name="Baseline">The printed model whose speed is 1x.</param>
/// <param name="Others">What the other rows are, in a sentence.</param>
/// <param name="About">What is compared, and how the paper was read.</param>
/// <param name="LevelName">A level in words.</param>
/// <param name="HasWholeDetector">Whether the paper's speeds are of more than the network.</param>
public sealed record RelativeTable(
    string Group, string Table, string Title, string Baseline, string Others, string About, Func<int, string> LevelName, bool HasWholeDetector)
{
    /// <summary>Those whose networks stand beside ShuffleNet v2 of the same level and size.</summary>
    public static ImmutableArray<RelativeTable> All { get; } =
    [
        new(
            "appendix1a", "Appendix Table 1 (a)", "Larger inputs", "ShuffleNet v2", "networks at larger inputs",
            "Four networks at inputs larger than 224x224. The printed size is read as height x width; the paper does not say which is which.",
            NetworkNames.Level, HasWholeDetector: false),
        new(
            CellSubject.Units, "Appendix Table 1 (b)", "Units alone", "ShuffleNet v2", "stacks of other units",
            "Ten units of one kind on top of each other, without stem and head. The channels c are ShuffleNet v2's; other units have those that come nearest to its multiply-adds. The paper does not state the batch of its GPU.",
            level => $"c={Numbers.Count(level)}", HasWholeDetector: false),
        new(
            "table7", "Table 7", "Backbones of detectors, backbone only", "ShuffleNet v2 (ours)", "backbones",
            "Networks without their classification head at the input of the paper's detector. The paper times the whole detector, with its head and at batch 4, so its speeds stand beside these and their ratios are not comparable.",
            NetworkNames.Level, HasWholeDetector: true),
    ];
}

/// <summary>Speeds relative to one network of the same part of a table.</summary>
internal static class RelativeSpeedChart
{
    /// <param name="title">The finding.</param>
    /// <param name="baseline">The printed model whose speed is 1x.</param>
    /// <param name="levelName">What levels are, put before or behind their number.</param>
    /// <param name="shown">Series with the value of each.</param>
    /// <returns>Null when nothing was measured.</returns>
    public static BarChart? Of(
        string id, string title, string baseline, IReadOnlyCollection<RelativeSpeed> speeds, Func<int, string> levelName,
        IReadOnlyList<(ChartSeries Series, Func<RelativeSpeed, double?> Value)> shown)
    {
        return BarChart.OfRatios(
            id,
            title,
            $"speed, {baseline} = 1x",
            from speed in speeds
            where speed.Measured is not null
            group speed by speed.Network.Paper.Block into block
            select (block.Key ?? "", block.OrderBy(speed => speed.Network.Paper.Level ?? 0).AsEnumerable()),
            Name,
            [.. shown.Select(part => (part.Series, (Func<RelativeSpeed, (double, Interval?)?>)(speed => part.Value(speed) is { } value ? (value, null) : null)))],
            (speed, series, ratio) => $"{Name(speed)}, {series.Name}: {ratio} of {baseline}");

        string Name(RelativeSpeed speed) => NetworkNames.Short(speed.Network) + (speed.Network.Paper.Level is { } level ? $", {levelName(level)}" : "");
    }
}
