using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Requests;

/// <summary>The cells that a request names.</summary>
internal static class CellSelection
{
    /// <returns>
    /// In the paper's order, each experiment in one execution and at one batch after the other, and the networks at last; an experiment
    /// whose element-wise operators are its subject comes unfused too, layer by layer only: operators that run on their
    /// own are not carried through with others.
    /// </returns>
    /// <exception cref="RunException">A table or a row label does not exist, or nothing is left.</exception>
    public static ImmutableArray<CellDefinition> Of(RunRequest request)
    {
        ImmutableArray<Experiment> experiments = [.. request.Tables.Select(Find)];
        RefuseUnknownRows(request, experiments);
        ImmutableArray<(IBackend Backend, LaunchMode Launch, MathMode Math)> modes =
        [
            .. from backend in request.Backends
               from math in request.Maths
               where backend.Abilities.Maths.Contains(math)
               from launch in backend.Abilities.Launches.IsEmpty ? [LaunchMode.Stream] : request.Launches.Intersect(backend.Abilities.Launches)
               select (backend, launch, math),
        ];
        ImmutableArray<CellDefinition> cells =
        [
            .. from experiment in experiments
               from fused in experiment.MeasuredUnfused ? new[] { true, false } : [true]
               from order in request.Orders
               where fused || order == ExecutionOrder.Layer
               from batch in request.Batches
               from mode in modes
               where mode.Backend.Abilities.Orders.Contains(order)
               from cell in experiment.Cells(request.Setting, request.Scales)
               where IsWanted([cell.Row.Label])
               select Definition(CellSubject.Of(cell), fused, order, batch, mode),
            .. from order in request.Orders
               from batch in request.Batches
               from mode in modes
               where mode.Backend.Abilities.Orders.Contains(order)
               from network in request.Networks
               where IsWanted(network.Labels)
               select Definition(network, fused: true, order, batch, mode),
        ];
        return cells.IsEmpty ? throw new RunException("No cell is left to measure.") : cells;

        bool IsWanted(ImmutableArray<string> labels) => request.Rows.IsEmpty || labels.Any(label => request.Rows.Contains(label));

        CellDefinition Definition(CellSubject subject, bool fused, ExecutionOrder order, int batch, (IBackend Backend, LaunchMode Launch, MathMode Math) mode) => new(
            subject,
            new PlanOptions(mode.Backend.Abilities.HasThreads ? request.Threads : 1, batch, fused, request.Cores, order, Choices: null, mode.Launch, mode.Math),
            mode.Backend);
    }

    private static Experiment Find(string id) => ExperimentCatalogue.Find(id) ?? throw new RunException(
        $"There is no experiment {id}; {string.Join(", ", ExperimentCatalogue.All.Select(experiment => experiment.Id))} are allowed.");

    private static void RefuseUnknownRows(RunRequest request, ImmutableArray<Experiment> experiments)
    {
        string[] known =
        [
            .. experiments.SelectMany(experiment => experiment.Rows).Select(row => row.Label)
                .Concat(request.Networks.SelectMany(network => network.Labels)).Distinct(),
        ];
        foreach (string label in request.Rows)
        {
            if (!known.Contains(label))
                throw new RunException($"There is no row {label}; {string.Join("; ", known)} are allowed.");
        }
    }
}
