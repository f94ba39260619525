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
        ImmutableArray<BarPanel> panels =
        [
            .. from speed in speeds
               where speed.Measured is not null
               group speed by speed.Network.Paper.Block into block
               select new BarPanel(
                   block.Key ?? "",
                   [
                       .. from speed in block
                          orderby speed.Network.Paper.Level ?? 0
                          let name = Name(speed, levelName)
                          select new BarGroup(name, [.. Bars(speed, name, baseline, shown)]),
                   ]),
        ];
        return panels.IsEmpty
            ? null
            : new BarChart(id, title, $"speed, {baseline} = 1x", [.. shown.Select(series => series.Series)], panels);
    }

    private static string Name(RelativeSpeed speed, Func<int, string> levelName) =>
        NetworkNames.Short(speed.Network) + (speed.Network.Paper.Level is { } level ? $", {levelName(level)}" : "");

    private static IEnumerable<Bar> Bars(
        RelativeSpeed speed, string name, string baseline, IEnumerable<(ChartSeries Series, Func<RelativeSpeed, double?> Value)> shown) =>
        from series in shown
        let value = series.Value(speed)
        where value is not null
        select new Bar(series.Series, value.Value, null, $"{name}, {series.Series.Name}: {Numbers.Ratio(value)} of {baseline}");
}
