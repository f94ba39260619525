using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Placement;

namespace GuidelineBench.Kernels.Simd.Networks;

/// <summary>Turns a network whose maps change size into a <see cref="NetworkPlan"/>.</summary>
internal static class NetworkCompiler
{
    public static NetworkPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options, IBufferAllocator allocator)
    {
        ImmutableArray<PlanStep> steps = FusionPass.Steps(graph, options.FuseElementwise);
        NetworkChoices choices = NetworkChoices.Of(graph, steps, options.Choices ?? NetworkChoices.Candidates(graph, steps)[0]);
        ImmutableArray<ImmutableArray<PlanStep>> runs = options.Order == ExecutionOrder.DepthFirst
            ? [.. DepthFirstPass.Runs(graph, steps).SelectMany(run => TileRuns.IsWorthwhile(graph, run, options) ? [run] : Single(run))]
            : Single(steps);
        ImmutableArray<PlanStep> launched = [.. runs.Select(DepthFirstPass.Merge)];
        MapPlacement placement = MapPlacement.Create(graph, launched, NetworkLayouts.Of);
        var memory = new NetworkMemory(placement, options.Batch, allocator);
        try
        {
            var launches = new LaunchCompiler(graph, parameters, options, choices, placement, memory);
            return new NetworkPlan(graph, options, [.. runs.Zip(launched, launches.Compile)], placement, memory);
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    private static ImmutableArray<ImmutableArray<PlanStep>> Single(ImmutableArray<PlanStep> steps) =>
        [.. steps.Select(step => ImmutableArray.Create(step))];
}
