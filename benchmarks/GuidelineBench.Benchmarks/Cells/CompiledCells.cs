using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Memory;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Benchmarks.Cells;

/// <summary>All cells of a run: each is compiled, verified and warmed once, before anything is timed.</summary>
internal sealed class CompiledCells : IDisposable
{
    private readonly RunRequest request;
    private readonly MemoryPlan memory;
    private readonly List<CellPlan> plans = [];
    private readonly List<MeasuredCell> measured = [];
    private readonly ImmutableArray<CellResult>.Builder results = ImmutableArray.CreateBuilder<CellResult>();

    private CompiledCells(RunRequest request, MemoryPlan memory)
    {
        this.request = request;
        this.memory = memory;
    }

    /// <summary>One for each definition, in their order, with what is known before timing; a cell that failed says why in <see cref="CellResult.Skipped"/>.</summary>
    public ImmutableArray<CellResult> Results => results.ToImmutable();

    /// <summary>Those that may be timed.</summary>
    public IReadOnlyList<MeasuredCell> Measured => measured;

    /// <exception cref="OperationCanceledException">Asked to stop.</exception>
    public static CompiledCells Prepare(
        ImmutableArray<CellDefinition> definitions,
        RunRequest request,
        MemoryPlan memory,
        IRunObserver observer,
        CancellationToken cancellation)
    {
        var cells = new CompiledCells(request, memory);
        try
        {
            foreach (CellDefinition definition in definitions)
            {
                cancellation.ThrowIfCancellationRequested();
                CellResult result = cells.Add(definition);
                observer.CellPrepared(definition.ToString(), result.Skipped);
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

    private CellResult Add(CellDefinition definition)
    {
        CellResult result = definition.ToResult();
        try
        {
            result = Prepared(result, definition);
        }
        catch (PlanException error)
        {
            result = result with { Skipped = error.Message };
        }
        catch (OutOfMemoryException)
        {
            result = result with { Skipped = "there is not enough memory for its plan" };
        }

        MemoryRelease.AfterPreparing(definition);
        results.Add(result);
        return result;
    }

    private CellResult Prepared(CellResult result, CellDefinition definition)
    {
        Graph graph = definition.Subject.Graph;
        NetworkParameters parameters = NetworkParameters.Of(definition.Subject, request.Seed);
        float[] input = RandomMaps.Create(graph.Input.Output, definition.Options.Batch, request.Seed);
        result = result with
        {
            WeightsChecksum = ValueChecksum.Of(graph, parameters),
            InputChecksum = ValueChecksum.Of(input),
        };
        PlanOptions options = definition.Options with { Choices = Choices(definition, parameters, input) };
        IPlan plan = definition.Backend.Compile(graph, parameters, options);
        var cellPlan = new CellPlan(plan, memory.KeepsPlans, Again(definition, plan.Choices));
        plans.Add(cellPlan);
        result = Verified(result, plan, parameters, input);
        if (result.Skipped is null)
            result = Warmed(result, definition, cellPlan, plan);
        if (result.Skipped is null)
            cellPlan.Close();
        else
            cellPlan.Dispose();
        return result;
    }

    /// <summary>Compiles the plan that was verified once more, from the same seed; holds no parameters meanwhile.</summary>
    private Func<IPlan> Again(CellDefinition definition, PlanChoices? choices)
    {
        (IBackend backend, int seed) = (definition.Backend, request.Seed);
        return () =>
        {
            Graph graph = definition.Subject.Graph;
            IPlan plan = backend.Compile(graph, NetworkParameters.Of(definition.Subject, seed), definition.Options with { Choices = choices });
            plan.WriteInput(RandomMaps.Create(graph.Input.Output, definition.Options.Batch, seed));
            MemoryRelease.AfterPreparing(definition);
            return plan;
        };
    }

    /// <summary>From the file asked for; else as the interrupted run chose; else measured, or the backend's usual choice.</summary>
    private PlanChoices? Choices(CellDefinition definition, NetworkParameters parameters, float[] input)
    {
        if (definition.Backend is not ITunedBackend tuned)
            return null;
        if (request.Plans is { } stored)
            return stored.Of(definition);
        if (request.Resume is { } interrupted && new StoredPlans(interrupted, RunRequest.ResultsName).Find(definition) is { } resumed)
            return resumed;
        return request.Tune && CanTune(tuned, definition)
            ? PlanTuner.Choose(tuned, definition.Subject.Graph, parameters, input, definition.Options)
            : null;
    }

    /// <summary>The candidates exist side by side while they are compared; where they do not fit, the usual choice is taken.</summary>
    private bool CanTune(ITunedBackend backend, CellDefinition definition) => MemoryPlan.HasRoomFor(
        MemoryNeed.Of(definition),
        backend.Candidates(definition.Subject.Graph, definition.Options).Length,
        request.FreeMemoryBytes());

    private CellResult Verified(CellResult result, IPlan plan, NetworkParameters parameters, float[] input)
    {
        double error = request.Verify(plan, parameters, input, request.Seed);
        result = result with
        {
            Plan = plan.Choices?.ToString(),
            Bytes = plan.Bytes,
            Launches = (plan as ISteppedPlan)?.Steps.Length,
            MaxError = double.IsFinite(error) ? error : null,
        };
        if (!double.IsFinite(error) || !HasFiniteOutput(plan, input))
            return result with { Skipped = "its output is not finite" };
        double tolerance = request.Tolerance(plan.Options.Math);
        return error <= tolerance ? result : result with
        {
            Skipped = FormattableString.Invariant($"its output is wrong: the largest error against Reference is {error:E1}, {tolerance:E0} is allowed"),
        };
    }

    private static bool HasFiniteOutput(IPlan plan, float[] input)
    {
        plan.WriteInput(input);
        plan.Run();
        float[] map = new float[plan.Options.Batch * plan.Graph.Output.Output.Elements];
        plan.ReadOutput(map);
        return Array.TrueForAll(map, float.IsFinite);
    }

    private CellResult Warmed(CellResult result, CellDefinition definition, CellPlan cellPlan, IPlan plan)
    {
        long allocated = Allocation.BytesPerPass(plan);
        double passNs = Pilot.PassNs(plan);
        measured.Add(new MeasuredCell(
            results.Count, definition, cellPlan, passNs, Pilot.PassesPerIteration(passNs, request.Quick)));
        return result with { AllocatedBytes = allocated };
    }
}
