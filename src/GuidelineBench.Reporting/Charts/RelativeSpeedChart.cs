using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Speeds relative to one network of the same part of a table.</summary>
internal static class RelativeSpeedChart
{
    /// <param name="title">The finding.</param>
    /// <param name="baseline">The printed model whose speed is 1x.</param>
    /// <param name="levelName">What levels are, put before or behind their number.</param>
    /// <param name="shown">Series with the value of each.</param>
    /// <returns>Null when nothing was measured.</returns>
    public static BarChart? Of(
        string id,
        string title,
        string baseline,
        IReadOnlyCollection<RelativeSpeed> speeds,
        Func<int, string> levelName,
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
