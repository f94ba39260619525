using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Jobs;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Tuning;

namespace GuidelineBench.Benchmarks.Cells;

/// <summary>All cells of a run: each is compiled, verified and warmed once, before anything is timed.</summary>
internal sealed class CompiledCells : IDisposable
{
    private readonly List<IPlan> plans = [];
    private readonly List<MeasuredCell> measured = [];
    private readonly ImmutableArray<CellResult>.Builder results = ImmutableArray.CreateBuilder<CellResult>();

    private CompiledCells()
    {
    }

    /// <summary>One for each definition, in their order, with what is known before timing; a cell that failed says why in <see cref="CellResult.Skipped"/>.</summary>
    public ImmutableArray<CellResult> Results => results.ToImmutable();

    /// <summary>Those that may be timed.</summary>
    public IReadOnlyList<MeasuredCell> Measured => measured;

    /// <exception cref="OperationCanceledException">Asked to stop.</exception>
    public static CompiledCells Prepare(
        ImmutableArray<CellDefinition> definitions, RunRequest request, IRunObserver observer, CancellationToken cancellation)
    {
        var cells = new CompiledCells();
        try
        {
            foreach (CellDefinition definition in definitions)
            {
                cancellation.ThrowIfCancellationRequested();
                CellResult result = cells.Add(definition, request);
                observer.CellPrepared(definition.Label, result.Skipped);
            }

            return cells;
        }
        catch
        {
            cells.Dispose();
            throw;
        }
    }

    public void Dispose() => plans.ForEach(plan => plan.Dispose());

    private CellResult Add(CellDefinition definition, RunRequest request)
    {
        Graph graph = definition.Experiment.Graph;
        NetworkParameters parameters = NetworkParameters.Random(graph, request.Seed);
        float[] input = RandomMaps.Create(graph.Input.Output, request.Batch, request.Seed);
        CellResult result = definition.ToResult();
        try
        {
            PlanOptions options = definition.Options with { Choices = Choices(definition, parameters, input, request) };
            IPlan plan = request.Backend.Compile(graph, parameters, options);
            plans.Add(plan);
            result = Verified(result, plan, parameters, input, request);
            if (result.Skipped is null)
                result = Warmed(result, definition, plan, request);
        }
        catch (PlanException error)
        {
            result = result with { Skipped = error.Message };
        }
        catch (OutOfMemoryException)
        {
            result = result with { Skipped = "there is not enough memory for its plan" };
        }

        results.Add(result);
        return result;
    }

    /// <summary>From the file asked for; else as the interrupted run chose; else measured, or the backend's usual choice.</summary>
    private static PlanChoices? Choices(CellDefinition definition, NetworkParameters parameters, float[] input, RunRequest request)
    {
        if (request.Plans is { } plans)
            return plans.Of(definition);
        if (request.Resume is { } stored && new StoredPlans(stored, MeasurementRun.FileName).Find(definition) is { } resumed)
            return resumed;
        return request.Tune
            ? PlanTuner.Choose(request.Backend, definition.Experiment.Graph, parameters, input, definition.Options)
            : null;
    }

    private static CellResult Verified(CellResult result, IPlan plan, NetworkParameters parameters, float[] input, RunRequest request)
    {
        double error = request.Verify(plan, parameters, input, request.Seed);
        result = result with
        {
            Plan = plan.Choices.ToString(),
            Bytes = plan.Bytes,
            Launches = plan.Steps.Length,
            MaxError = double.IsFinite(error) ? error : null,
        };
        if (!double.IsFinite(error) || !HasFiniteOutput(plan, input))
            return result with { Skipped = "its output is not finite" };
        return error <= request.Tolerance ? result : result with
        {
            Skipped = FormattableString.Invariant($"its output is wrong: the largest error against Reference is {error:E1}, {request.Tolerance:E0} is allowed"),
        };
    }

    private static bool HasFiniteOutput(IPlan plan, float[] input)
    {
        plan.WriteInput(input);
        plan.Run();
        Node output = plan.Graph.Output;
        float[] map = new float[plan.Options.Batch * output.Output.Elements];
        plan.Read(output.Index, map);
        return Array.TrueForAll(map, float.IsFinite);
    }

    private CellResult Warmed(CellResult result, CellDefinition definition, IPlan plan, RunRequest request)
    {
        long allocated = Allocation.BytesPerPass(plan);
        double passNs = Pilot.PassNs(plan);
        measured.Add(new MeasuredCell(
            results.Count, definition, plan, passNs, RoundJob.PassesPerIteration(passNs, request.Quick)));
        return result with { AllocatedBytes = allocated };
    }
}
