using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Cells;

/// <summary>One cell that is to be measured: a row at a scale, and how its plan is run.</summary>
public sealed record CellDefinition(ExperimentCell Experiment, PlanOptions Options, string Backend)
{
    public string Variant => Options.FuseElementwise ? "fused" : "unfused";

    /// <summary>For a reader, e.g. <c>table1/1:6/x2 fused layer 1 thread</c>.</summary>
    public string Label => FormattableString.Invariant(
        $"{Experiment.Experiment.Id}/{Experiment.Row.Label}/{Experiment.Scale.Label()} {Variant} {Options.Order.Label()} {Options.Threads} thread{(Options.Threads == 1 ? "" : "s")}");

    public override string ToString() => Label;

    /// <summary>The cell as it is stored, with its costs and without anything measured.</summary>
    public CellResult ToResult()
    {
        GraphCosts costs = GraphCosts.Of(Experiment.Graph);
        return new CellResult
        {
            Experiment = Experiment.Experiment.Id,
            Guideline = Experiment.Experiment.Guideline.Id,
            Row = Experiment.Row.Label,
            Scale = Experiment.Scale.Label(),
            Setting = Experiment.Setting == ChannelSetting.Cpu ? "cpu" : "gpu",
            Channels = Experiment.Channels,
            Input = [Experiment.Graph.Input.Output.Height, Experiment.Graph.Input.Output.Width],
            Backend = Backend,
            Threads = Options.Threads,
            Batch = Options.Batch,
            Variant = Variant,
            Execution = Options.Order.Label(),
            Math = "fp32",
            GraphChecksum = Experiment.Graph.Checksum,
            MultiplyAdds = costs.MultiplyAdds,
            MemoryAccess = costs.MemoryAccess,
            MemoryAccessBound = costs.MemoryAccessBound,
        };
    }
}
