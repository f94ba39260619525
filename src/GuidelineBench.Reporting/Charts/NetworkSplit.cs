using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Paper;

namespace GuidelineBench.Reporting.Charts;

/// <summary>A network's run-time split as it is shown.</summary>
/// <param name="Part">What it stands under: its level, or whose figures these are.</param>
/// <param name="Launches">Operators started per forward pass; null where that is not known.</param>
/// <param name="Network">Null for one that the paper prints.</param>
/// <param name="IsDrawn">Whether it has a bar; every one stands in the table.</param>
public sealed record NetworkSplit(
    string Part, string Name, OperatorShares Shares, int? Launches, MeasuredNetwork? Network, bool IsDrawn = true)
{
    /// <summary>Above any level of complexity.</summary>
    private const int AfterLevels = 1_000_000;

    private const string Figure2 = "Fig. 2, here and in the paper", Others = "Other networks";

    /// <returns>The paper's two networks with its figures, Table 8 level by level, other tables and other networks; empty where the run has no operators' times.</returns>
    public static ImmutableArray<NetworkSplit> Of(MachineReport machine)
    {
        NetworkSplit[] measured =
        [
            .. from network in machine.NetworkRuns.IsEmpty ? [] : machine.NetworkRuns[0].Networks
               let shares = OperatorShares.Of(network.Cell)
               where shares is not null
               let part = PartOf(network)
               orderby part.Order
               select new NetworkSplit(part.Name, NetworkNames.Of(network), shares, network.Cell.Launches, network, part.IsDrawn),
        ];
        return measured.Length == 0 ? [] : [.. PaperTables.Figure2.Rows.GroupBy(row => row.Network).SelectMany(rows => Printed([.. rows], measured)), .. measured];
    }

    private static (string Name, int Order, bool IsDrawn) PartOf(MeasuredNetwork network)
    {
        ImmutableArray<PaperRow> rows = network.Case?.Rows ?? [];
        if (rows.FirstOrDefault(row => row.Group == PaperGroups.Main) is { } main && PrintedFigures.Of(main).Level is { } level)
            return ($"{NetworkNames.Level(level)} multiply-adds", level, true);
        return rows.IsEmpty || rows[0].Group == PaperGroups.AlexNet
            ? (Others, int.MaxValue, true)
            : (NetworkGroups.Find(rows[0].Group)!.Title, AfterLevels + NetworkGroups.All.IndexOf(NetworkGroups.Find(rows[0].Group)!), rows[0].Group == PaperGroups.Large);
    }

    private static IEnumerable<NetworkSplit> Printed(ImmutableArray<RunTimeSplit> rows, NetworkSplit[] measured)
    {
        if (measured.FirstOrDefault(split => split.Network!.Case?.Name == NameOf(rows[0].Network)) is { } own)
            yield return own with { Part = Figure2, Name = rows[0].Network + ", here" };
        foreach (RunTimeSplit row in rows)
            yield return new NetworkSplit(
                Figure2, $"{row.Network}, {(row.Device == ChannelSetting.Cpu ? Sentences.PaperPhone : Sentences.PaperGpu)}", OperatorShares.Of(row), null, null);
    }

    /// <returns>Null for a network that is not in the figure.</returns>
    private static string? NameOf(string printed) => printed switch
    {
        "ShuffleNet v1 1x g=3" => "shufflenet_v1_1.0x_g3",
        "MobileNet v2 1x" => "mobilenet_v2_1.0",
        _ => null,
    };
}

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
