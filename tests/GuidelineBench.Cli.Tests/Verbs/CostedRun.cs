using System.Collections.Immutable;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Verbs;

/// <summary>A result file with made-up times: 20 ps for each multiply-add and 1 µs for each node of the graph.</summary>
internal static class CostedRun
{
    /// <param name="units">Whether the stacks of units, without which no depthwise convolution has a price, are in it.</param>
    public static ResultFile File(bool units = true, params string[] networks) => new()
    {
        Complete = true,
        Tool = new ToolInfo("1.2.3", null),
        StartedUtc = new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero),
        Seed = 1,
        Machine = new MachineInfo { Host = "host", Os = "os", Cpu = "cpu", Cores = 2, Isa = "isa", Runtime = "runtime" },
        Conditions = new Conditions(),
        Cells =
        [
            .. from experiment in ExperimentCatalogue.All
               from cell in experiment.Cells(ChannelSetting.Cpu, Scales.All)
               select Cell(CellSubject.Of(cell)),
            .. units ? NetworkGroups.Find("appendix1b")!.Cases.Select(unit => Cell(CellSubject.Of(unit))) : [],
            .. networks.Select(name => Cell(CellSubject.Of(name))),
        ],
    };

    private static CellResult Cell(CellSubject subject)
    {
        GraphCosts costs = GraphCosts.Of(subject.Graph);
        double ns = 0.02 * costs.MultiplyAdds + 1000 * subject.Graph.Nodes.Length;
        return new CellResult
        {
            Experiment = subject.Experiment,
            Guideline = subject.Guideline?.Id,
            Row = subject.Row,
            Scale = subject.Scale?.Label(),
            Setting = subject.Setting?.Label(),
            Backend = "simd",
            Threads = 1,
            Batch = 1,
            Variant = "fused",
            MultiplyAdds = costs.MultiplyAdds,
            MemoryAccess = costs.MemoryAccess,
            MemoryAccessBound = costs.MemoryAccessBound,
            GraphChecksum = subject.Graph.Checksum,
            Rounds = [.. Enumerable.Range(-2, 5).Select(round => ImmutableArray.Create(ns * (1 + 0.002 * round)))],
            MedianNs = ns,
        };
    }
}
