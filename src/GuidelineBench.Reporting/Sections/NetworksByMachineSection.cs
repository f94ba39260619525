using GuidelineBench.Core.Networks;
using GuidelineBench.Reporting.Hardware;

namespace GuidelineBench.Reporting.Sections;

internal static class NetworksByMachineSection
{
    public static IEnumerable<Section> Of(IReadOnlyList<HardwareMachine> machines)
    {
        NetworkComparison comparison = NetworkComparison.Of([.. machines.Select(machine => machine.Networks?.NetworkRuns.FirstOrDefault())]);
        bool areMany = HardwareSections.AreMany(machines);
        if (!comparison.Rows.IsEmpty)
            yield return new Section(
                "network-comparison",
                "Networks by machine",
                new Paragraph(NetworkSentences.Machines(comparison, [.. machines.Select(machine => machine.Name)])),
                areMany ? Table(machines, comparison, areMany).Transposed("machine, images/s") : Table(machines, comparison, areMany),
                Paragraph.Key(
                    $"{(areMany ? "In brackets the rank. " : "")}Ranks are among the networks that all machines measured. A dot marks a network that machines give different ranks; these come first. {NetworkNames.Marks}"));
    }

    private static Table Table(IReadOnlyList<HardwareMachine> machines, NetworkComparison comparison, bool areMany)
    {
        Dictionary<string, NetworkStatus?> statuses = machines
            .SelectMany(machine => machine.Networks?.NetworkRuns ?? [])
            .SelectMany(run => run.Networks)
            .GroupBy(network => network.Name, network => network.Case?.Entry.Status)
            .ToDictionary(network => network.Key, network => network.First());
        return new Columns<NetworkComparisonRow>()
            .Name("network", row => $"{(row.Disagrees ? "● " : "")}{row.Name}{NetworkNames.Mark(statuses[row.Name])}")
            .Each(Enumerable.Range(0, machines.Count), (columns, machine) => areMany
                ? columns.Number(NameOf(machines[machine]), row => Numbers.Significant(row.ImagesPerSecond[machine]) + (row.Ranks[machine] is { } rank ? $" ({Numbers.Count(rank)})" : ""))
                : columns
                    .Strong(NameOf(machines[machine]) + ", images/s", row => Numbers.Significant(row.ImagesPerSecond[machine]))
                    .Number("rank", row => Numbers.Count(row.Ranks[machine])))
            .Table("Networks by machine", comparison.Rows);
    }

    private static string NameOf(HardwareMachine machine) =>
        machine.Name + (machine.Networks?.NetworkRuns.FirstOrDefault() is { } run ? ExecutionNames.Suffix(run.Configuration) : "");
}
