using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Verbs;

/// <summary>A result file with made-up times: 20 ps for each multiply-add and 1 µs for each node of the graph.</summary>
internal static class CostedRun
{
    /// <param name="units">Whether the stacks of units, without which no depthwise convolution has a price, are in it.</param>
    public static ResultFile File(bool units = true, params string[] networks) => Cells.File(
    [
        .. from experiment in ExperimentCatalogue.All
           from cell in experiment.Cells(ChannelSetting.Cpu, Scales.All)
           select Cell(CellSubject.Of(cell)),
        .. units ? NetworkGroups.Find("appendix1b")!.Cases.Select(unit => Cell(CellSubject.Of(unit))) : [],
        .. networks.Select(name => Cell(CellSubject.Of(name))),
    ]);

    private static CellResult Cell(CellSubject subject)
    {
        GraphCosts costs = GraphCosts.Of(subject.Graph);
        double ns = 0.02 * costs.MultiplyAdds + 1000 * subject.Graph.Nodes.Length;
        return Cells.Cell(subject.Row, costs.MultiplyAdds, [.. Enumerable.Range(-2, 5).Select(round => new[] { ns * (1 + 0.002 * round) })]) with
        {
            Experiment = subject.Experiment,
            Guideline = subject.Guideline?.Id,
            Scale = subject.Scale?.Label(),
            Setting = subject.Setting?.Label(),
            MemoryAccess = costs.MemoryAccess,
            MemoryAccessBound = costs.MemoryAccessBound,
            GraphChecksum = subject.Graph.Checksum,
            MedianNs = ns,
        };
    }
}
