using System.Collections.Immutable;
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
