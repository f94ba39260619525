namespace GuidelineBench.Reporting.Sections;

internal static class NetworkListSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (!machine.NetworkRuns.IsEmpty)
            yield return new Section(
                machine.Id("networks"),
                "All networks of this run",
                new Paragraph($"Every network in every configuration, in the order of the file.{(machine.NetworkRuns.Length > 1 ? " The sections above show the first configuration." : "")}"),
                new Paragraph(NetworkSentences.Method),
                Networks(machine),
                Paragraph.Key(
                    "Spread: interquartile range of the rounds over their median. Largest error: of any operator's output against the reference, over the largest value of the reference."));
    }

    private static Table Networks(MachineReport machine) => new Columns<MeasuredNetwork>()
        .Name("network", network => network.Case?.Name ?? network.Name)
        .Text("row in the paper", network => network.Cell.Row)
        .Text("architecture", network => NetworkCells.Status(network.Case))
        .Number("input", network => string.Join('x', network.Cell.Input.Select(size => Numbers.Count(size))))
        .Group("", instead: NetworkCells.Skipped)
        .Strong("images/s", network => Numbers.Significant(network.Cell.ImagesPerSecond))
        .Number("spread", network => Numbers.Percent(100 * Doubts.RoundSpread(network.Cell)))
        .Number("GFLOP/s", network => Numbers.Significant(network.Cell.Gflops))
        .Number("of peak", network => Numbers.Percent(network.Cell.PercentOfPeak))
        .Number("launches", network => Numbers.Count(network.Cell.Launches))
        .Number("multiply-adds, 10⁶", network => Numbers.Millions(network.Cell.MultiplyAdds))
        .Number("largest error", network => Numbers.Significant(network.Cell.MaxError))
        .Table(
            "All networks",
            "configuration", machine.NetworkRuns.SelectMany(run => run.Networks.Select(network => (run, network))).GroupBy(pair => pair.run, pair => pair.network),
            run => run.Configuration.Words);
}
