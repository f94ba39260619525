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
    /// whose element-wise operators are its subject comes with them on their own too, layer by layer only: operators that run on their
    /// own are not carried through with others. Of an engine, which explains itself by that, the headline's rows are enough there;
    /// and it runs the experiment's control rows.
    /// </returns>
    /// <exception cref="RunException">Nothing is left.</exception>
    public static ImmutableArray<CellDefinition> Of(RunSpecification run)
    {
        Mode[] modes =
        [
            .. from backend in run.Backends
               from math in run.Maths
               where backend.Abilities.Maths.Contains(math)
               from launch in backend.Abilities.Launches.IsEmpty ? [LaunchMode.Stream] : run.Launches.Intersect(backend.Abilities.Launches)
               select new Mode(backend, launch, math),
        ];
        ImmutableArray<CellDefinition> cells =
        [
            .. run.Experiments.SelectMany(experiment => InEachWay(experiment.MeasuredUnfused, (backend, variant) => Rows(run, experiment, backend, variant))),
            .. InEachWay(false, (_, _) => run.ChosenNetworks()),
        ];
        return cells.IsEmpty ? throw new RunException("No cell is left to measure.") : cells;

        IEnumerable<CellDefinition> InEachWay(bool separate, Func<IBackend, string, IEnumerable<CellSubject>> subjects) =>
            from place in Enumerable.Range(0, modes.Select(mode => Variants(run, mode.Backend, separate).Length).DefaultIfEmpty().Max())
            from order in run.Orders
            from batch in run.Batches
            from mode in modes
            where mode.Backend.Abilities.Orders.Contains(order)
            let variants = Variants(run, mode.Backend, separate)
            where place < variants.Length && (order == ExecutionOrder.Layer || variants[place] == mode.Backend.Abilities.Variants[0])
            from subject in subjects(mode.Backend, variants[place])
            select new CellDefinition(subject, mode.Options(run, batch, order, variants[place]), mode.Backend);
    }

    private static ImmutableArray<string> Variants(RunSpecification run, IBackend backend, bool separate)
    {
        ImmutableArray<string> known = backend.Abilities.Variants;
        return !run.Variants.IsEmpty ? [.. known.Intersect(run.Variants)] : separate ? known[..2] : known[..1];
    }

    private static IEnumerable<CellSubject> Rows(RunSpecification run, Experiment experiment, IBackend backend, string variant)
    {
        CellSubject[] rows = [.. run.RowsOf(experiment)];
        if (backend is not IEngineBackend)
            return rows;
        string[] headline = [.. experiment.Contrasts.Where(contrast => contrast.Headline).SelectMany(contrast => new[] { contrast.Baseline, contrast.Against })];
        if (variant != backend.Abilities.Variants[0])
            return run.Variants.IsEmpty ? rows.Where(row => headline.Contains(row.Row)) : rows;
        return headline.All(label => rows.Any(row => row.Row == label))
            ? rows.Concat(experiment.ControlCells(run.Setting, run.Scales).Select(CellSubject.Of))
            : rows;
    }

    private sealed record Mode(IBackend Backend, LaunchMode Launch, MathMode Math)
    {
        public PlanOptions Options(RunSpecification run, int batch, ExecutionOrder order, string variant) => new(
            Backend.Abilities.HasThreads ? run.Threads : 1, batch, FuseElementwise: variant != CellAxes.Unfused, run.Cores, order, Choices: null, Launch, Math,
            Backend is IEngineBackend ? variant : null);
    }
}

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
