using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Requests;

/// <summary>One cell that is to be measured, and how its plan is run.</summary>
public sealed record CellDefinition(CellSubject Subject, PlanOptions Options, IBackend Backend)
{
    /// <summary>Name of the device; null on the processor, where operators are not launched either.</summary>
    public string? Device { get; } = (Backend as IDeviceBackend)?.Device?.Description?.Name;

    public string Variant => Options.Variant ?? (Options.FuseElementwise ? CellAxes.Fused : CellAxes.Unfused);

    /// <summary>For a reader, e.g. <c>table1/1:6/x2 fused layer 1 thread at batch 8</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Subject.Label} {Variant} {Options.Order.Label()} {Where}{(Options.Batch == 1 ? "" : $" at batch {Options.Batch}")}");

    private string Where => Device is null
        ? FormattableString.Invariant($"{Options.Threads} thread{(Options.Threads == 1 ? "" : "s")}")
        : $"{Options.Launch.Label()} {Options.Math.Label()}";

    /// <summary>The cell as it is stored, with its costs and without anything measured.</summary>
    public CellResult ToResult()
    {
        GraphCosts costs = GraphCosts.Of(Subject.Graph);
        return new CellResult
        {
            Experiment = Subject.Experiment,
            Guideline = Subject.Guideline?.Id,
            Row = Subject.Row,
            Scale = Subject.Scale?.Label(),
            Setting = Subject.Setting?.Label(),
            Channels = Subject.Channels,
            Input = [Subject.Graph.Input.Output.Height, Subject.Graph.Input.Output.Width],
            Backend = Backend.Name,
            Provider = (Backend as IEngineBackend)?.Provider,
            Device = Device,
            Threads = Options.Threads,
            Batch = Options.Batch,
            Variant = Variant,
            Execution = Options.Order.Label(),
            Launch = Device is null ? null : Options.Launch.Label(),
            Math = Options.Math.Label(),
            GraphChecksum = Subject.Graph.Checksum,
            MultiplyAdds = costs.MultiplyAdds,
            MemoryAccess = costs.MemoryAccess,
            MemoryAccessBound = costs.MemoryAccessBound,
        };
    }
}
