using GuidelineBench.Core.Layers;
using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

internal static class NetworkSplitSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        ImmutableArray<NetworkSplit> splits = NetworkSplit.Of(machine);
        string finding = splits.IsEmpty ? "" : NetworkSentences.Split([.. splits.Where(split => split.Network is not null).DistinctBy(split => split.Network).Select(split => split.Shares)]);
        if (OperatorChart.Of(machine.Id("split"), finding, splits) is { } chart)
            yield return new Section(
                machine.Id("split-section"),
                "What is the time spent on?",
                new Paragraph(
                    "Time of each operator, by class, measured operator by operator in passes of their own after the rounds. Convolutions have with them what is fused into them; " +
                    "channel split, concatenation and shuffle appear only where they are launched on their own, and data only where an operator does nothing but move it: the input is laid out before the clock starts. " +
                    "Networks at larger inputs, backbones and stacks of units stand in the table alone."),
                Figure.Of(chart),
                Splits(splits),
                Paragraph.Key(
                    "Percent of the sum of the operators' times, each a median, which need not add up to the time of a pass: between two operators all threads meet and the clock is read. " +
                    "The paper's figures are read from a picture. Launches are operators, or runs of them, that are started one after the other."))
            { Tag = "Fig. 2 on this machine", Summary = SummaryPart.Findings };
    }

    private static Table Splits(ImmutableArray<NetworkSplit> splits) => new Columns<NetworkSplit>()
        .Name("network", split => split.Name)
        .Each(OperatorClasses.All, (columns, kind) => columns.Number(NetworkSeries.OfClass(kind).Name, split => Numbers.Percent(split.Shares[kind])))
        .Number("launches", split => Numbers.Count(split.Launches))
        .Number("images/s", split => Numbers.Significant(split.Network?.ImagesPerSecond))
        .Table("Run time by operator class", "part", splits.GroupBy(split => split.Part), part => part);
}
