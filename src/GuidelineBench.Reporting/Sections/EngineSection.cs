using GuidelineBench.Analysis.Engines;

namespace GuidelineBench.Reporting.Sections;

/// <summary>What engines are, what they made of each graph, and what they take beside warm passes.</summary>
internal static class EngineSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (machine.File.Engines.IsEmpty)
            yield break;
        yield return new Section(
            machine.Id("engines"),
            "What the engine ran",
            [
                .. machine.File.Engines.SelectMany(engine => Blocks(machine, engine)),
                Paragraph.Key(
                    "Graphs are those that the engine wrote of itself in a session beside the timed one; convolutions are in its layout in blocks of channels or plain. Executed: multiply-adds as they ran, channels filled up to whole blocks, over those of the network. " +
                    "Load is optimising the graph and packing weights, first run the first pass after it. Profile: a pass by the engine's own profile, which costs time itself, over the time here. " +
                    "By blocks: ten times the difference of two blocks and one over the time of the whole, where a pass is too long to be left alone by the scheduler; near 1 the whole's floor can be trusted."),
            ]);
    }

    private static IEnumerable<IBlock> Blocks(MachineReport machine, EngineDescription engine)
    {
        yield return new Facts(
        [
            ("engine", $"{engine.Name} {engine.Version}"),
            ("library", $"{engine.Library ?? "not shown by the system"}{(engine.Sha256 is { Length: > 12 } hash ? $", SHA-256 {hash[..12]}..." : "")}"),
            ("execution provider", engine.Provider),
            .. engine.BlockChannels is { } channels ? [("layout", $"blocks of {Numbers.Count(channels)} channels")] : Array.Empty<(string, string)>(),
            .. engine.CallNs is { } ns ? [("cost of a call", $"{Numbers.Significant(ns / 1000)} µs, a network that does nothing")] : Array.Empty<(string, string)>(),
            ("settings", engine.Settings),
        ]);
        yield return new Columns<CellResult>()
            .Name("row", cell => CellSubject.IsNetwork(cell.Experiment) ? cell.Experiment[CellSubject.NetworkPrefix.Length..] : cell.Row)
            .Text("scale", cell => cell.Scale ?? "")
            .Text("variant", cell => cell.Variant)
            .Group("Convolutions")
            .Number("in blocks", cell => Numbers.Count(cell.Engine!.BlockedConvolutions))
            .Number("plain", cell => Numbers.Count(cell.Engine!.PlainConvolutions))
            .Number("executed", cell => Numbers.Ratio((double)cell.Engine!.ExecutedMultiplyAdds / cell.MultiplyAdds))
            .Group("Other operators")
            .Number("between layouts", cell => Numbers.Count(cell.Engine!.Reorders))
            .Number("fused", cell => Numbers.Count(cell.Engine!.Fused))
            .Number("element-wise", cell => Numbers.Count(cell.Engine!.Elementwise))
            .Group("Beside warm passes")
            .Number("load, ms", cell => Numbers.Significant(cell.Engine!.LoadMs))
            .Number("first run, ms", cell => Numbers.Significant(cell.Engine!.FirstRunMs))
            .Number("memory, MiB", cell => cell.Engine!.MemoryBytes is { } bytes ? Numbers.Significant(bytes / (1024.0 * 1024)) : "")
            .Group("Against the time here")
            .Number("profile", cell => Numbers.Ratio(cell.Engine!.ProfiledNs / TimeOf(cell)))
            .Number("by blocks", cell => cell.Engine!.ByBlocksNs is { } ns ? Numbers.Ratio(ns / TimeOf(cell)) : "")
            .Number("idle, of a core", cell => Numbers.Percent(cell.Engine!.IdlePercent))
            .Table(
                $"What {engine.Name} ran",
                "table", machine.File.Cells.Where(cell => cell.Backend == engine.Backend && cell.Engine is not null).GroupBy(cell => cell.Experiment),
                experiment => ExperimentCatalogue.Find(experiment) is { } known ? $"Table {Numbers.Plain(known.Table)}: {known.Title}" : "Networks", TableShape.Wide);
    }

    /// <summary>The floor of a pass, or its median in a run of rounds alone.</summary>
    private static double? TimeOf(CellResult cell) => cell.Blocks.IsEmpty ? cell.MedianNs : cell.Blocks.Min(block => block.FloorNs);
}

/// <summary>Which network to pick in which engine, where their order differs.</summary>
internal static class NetworkEnginesSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        EngineNetworks[] engines = [.. EngineNetworks.Of(machine.File, machine.NetworkRuns)];
        if (engines.Length > 0)
            yield return new Section(
                machine.Id("network-engines"),
                "Which network in which engine",
                [
                    .. engines.SelectMany(engine => new IBlock[]
                    {
                        new Paragraph(Finding(engine)),
                        new Columns<RankedNetwork>()
                            .Name("network", network => NetworkNames.Of(network.Own))
                            .Group(engine.Own.Configuration.Backend)
                            .Strong("images/s", network => Numbers.Significant(network.Own.ImagesPerSecond))
                            .Number("rank", network => Numbers.Count(network.OwnRank))
                            .Group(engine.Name)
                            .Strong("images/s", network => Numbers.Significant(network.InEngine.ImagesPerSecond))
                            .Number("rank", network => Numbers.Count(network.EngineRank))
                            .Number("time to " + engine.Own.Configuration.Backend, network => Numbers.Ratio(network.Own.ImagesPerSecond / network.InEngine.ImagesPerSecond))
                            .Table("Networks by engine", engine.Networks),
                    }),
                ]);
    }

    private static string Finding(EngineNetworks engine)
    {
        string[] changes = [.. engine.Changes.Take(MostNamed).Select(change => $"{NetworkNames.Of(change.Faster.Own)} before {NetworkNames.Of(change.Slower.Own)}")];
        return changes.Length == 0
            ? $"{engine.Name} ranks these networks as the kernels of {engine.Own.Configuration.Backend} do."
            : $"{engine.Name} ranks {Numbers.Of(engine.Changes.Length, "pair")} the other way round than the kernels of {engine.Own.Configuration.Backend}: {NetworkNames.List(changes)}{(engine.Changes.Length > changes.Length ? " among them" : "")}.";
    }

    private const int MostNamed = 4;
}
