using System.Collections.Immutable;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Requests;

/// <summary>The cells that a specification means.</summary>
internal static class CellSelection
{
    /// <returns>
    /// In the paper's order, each experiment in one execution and at one batch after the other, and the networks at last; an experiment
    /// whose element-wise operators are its subject comes unfused too, layer by layer only: operators that run on their
    /// own are not carried through with others.
    /// </returns>
    /// <exception cref="RunException">Nothing is left.</exception>
    public static ImmutableArray<CellDefinition> Of(RunSpecification run)
    {
        ImmutableArray<(IBackend Backend, LaunchMode Launch, MathMode Math)> modes =
        [
            .. from backend in run.Backends
               from math in run.Maths
               where backend.Abilities.Maths.Contains(math)
               from launch in backend.Abilities.Launches.IsEmpty ? [LaunchMode.Stream] : run.Launches.Intersect(backend.Abilities.Launches)
               select (backend, launch, math),
        ];
        ImmutableArray<CellDefinition> cells =
        [
            .. from experiment in run.Experiments
               let rows = run.RowsOf(experiment).ToArray()
               from fused in experiment.MeasuredUnfused ? new[] { true, false } : [true]
               from cell in InEachWay(rows, fused)
               select cell,
            .. InEachWay([.. run.ChosenNetworks()], fused: true),
        ];
        return cells.IsEmpty ? throw new RunException("No cell is left to measure.") : cells;

        IEnumerable<CellDefinition> InEachWay(CellSubject[] subjects, bool fused) =>
            from order in run.Orders
            where fused || order == ExecutionOrder.Layer
            from batch in run.Batches
            from mode in modes
            where mode.Backend.Abilities.Orders.Contains(order)
            from subject in subjects
            select new CellDefinition(
                subject,
                new PlanOptions(mode.Backend.Abilities.HasThreads ? run.Threads : 1, batch, fused, run.Cores, order, Choices: null, mode.Launch, mode.Math),
                mode.Backend);
    }
}

/// <summary>One cell that is to be measured, and how its plan is run.</summary>
public sealed record CellDefinition(CellSubject Subject, PlanOptions Options, IBackend Backend)
{
    /// <summary>Name of the device; null on the processor, where operators are not launched either.</summary>
    public string? Device { get; } = (Backend as IDeviceBackend)?.Device?.Description?.Name;

    public string Variant => Options.FuseElementwise ? CellAxes.Fused : CellAxes.Unfused;

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
