using GuidelineBench.Core.Networks;
using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

internal static class NetworkReuseSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (ReuseChart.Networks(machine) is not [NetworkCase first, ..] || ReuseChart.Of(machine.Id("reuse"), first) is not { } map)
            yield break;
        (string Name, ImmutableArray<int> Read)[] rows =
        [
            .. from network in ReuseChart.Networks(machine)
               let reuse = FeatureReuse.Of(network.Entry.Build())
               where reuse is not null
               let decay = ReuseChart.Decay(reuse)
               where decay is not null
               select (network.Entry.Name + NetworkNames.Mark(network.Entry.Status), decay.Value.Read),
        ];
        yield return new Section(
            machine.Id("reuse-section"),
            "Feature reuse in ShuffleNet v2",
            new Paragraph(
                "Half of a unit's channels pass it untouched, so what one unit computed is read directly by the next, by half as many channels by the one after it, and so on. Counted in the graph that ran; no measurement."),
            Figure.Of(map),
            rows.Length == 0 ? null : new Columns<(string Name, ImmutableArray<int> Read)>()
                .Name("channels of the longest stage's first basic unit, read by", row => row.Name)
                .Each(
                    Enumerable.Range(0, rows.Max(row => row.Read.Length)),
                    (columns, distance) => columns.Number(
                        distance == 0 ? "the next" : $"the next + {Numbers.Count(distance)}",
                        row => distance < row.Read.Length ? Numbers.Count(row.Read[distance]) : Numbers.None))
                .Table("Channels that pass directly", rows))
        { Tag = "Fig. 4 (b)", Summary = SummaryPart.Findings };
    }
}
