using GuidelineBench.Core.Layers;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>The paper's Fig. 2 on this machine: run time by operator class.</summary>
internal static class OperatorChart
{
    /// <param name="splits">Under the name of their panel.</param>
    /// <returns>Null when there are none.</returns>
    public static BarChart? Of(string id, string title, IReadOnlyCollection<NetworkSplit> splits)
    {
        if (splits.Count == 0)
            return null;
        OperatorClass[] largestFirst = [.. OperatorClasses.All.OrderByDescending(operatorClass => splits.Sum(split => split.Shares[operatorClass]))];
        return new BarChart(
            id,
            title,
            "share of the operators' time, %",
            [.. largestFirst.Select(NetworkSeries.OfClass)],
            [
                .. from split in splits
                   where split.IsDrawn
                   group split by split.Part into part
                   select new BarPanel(part.Key, [.. part.Select(split => Stack(split, largestFirst))]),
            ],
            IsStacked: true);
    }

    private static BarGroup Stack(NetworkSplit split, OperatorClass[] order) => new(
        split.Name,
        [
            .. from operatorClass in order
               let percent = split.Shares[operatorClass]
               where percent > 0
               let series = NetworkSeries.OfClass(operatorClass)
               select new Bar(series, percent, null, $"{split.Name}, {series.Name}: {Numbers.Percent(percent)}"),
        ],
        split.Launches is { } launches ? Numbers.Of(launches, "launch", "launches") : "");
}
