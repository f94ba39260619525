using System.Collections.Immutable;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Paper;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Which run-time splits are shown, and in which order.</summary>
internal static class NetworkSplits
{
    private const string Others = "Other networks";

    /// <returns>Table 8 level by level, then the other networks, then the paper's; empty where the run has no operators' times.</returns>
    public static ImmutableArray<NetworkSplit> Of(MachineReport machine)
    {
        NetworkSplit[] measured =
        [
            .. from network in machine.NetworkRuns.IsEmpty ? [] : machine.NetworkRuns[0].Networks
               let shares = OperatorShares.Of(network.Cell)
               where shares is not null
               let level = LevelOf(network)
               orderby level ?? int.MaxValue
               select new NetworkSplit(
                   level is { } known ? $"{NetworkNames.Level(known)} multiply-adds" : Others, NetworkNames.Of(network), shares, network.Cell.Launches, network),
        ];
        return measured.Length == 0 ? [] : [.. measured, .. PaperTables.Figure2.Rows.Select(Printed)];
    }

    private static int? LevelOf(MeasuredNetwork network) =>
        network.Case?.Rows.FirstOrDefault(row => row.Group == "table8") is { } row ? PrintedFigures.Of(row).Level : null;

    private static NetworkSplit Printed(RunTimeSplit printed) => new(
        "The paper's Fig. 2",
        $"{printed.Network}, {(printed.Device == ChannelSetting.Cpu ? Sentences.PaperPhone : Sentences.PaperGpu)}",
        OperatorShares.Of(printed),
        null,
        null);
}
