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
        MapPlacement placement = MapPlacement.Create(graph, steps, NetworkLayouts.Of);
        var memory = new NetworkMemory(placement, options.Batch, allocator);
        try
        {
            var launches = new LaunchCompiler(graph, parameters, options, choices, placement, memory);
            return new NetworkPlan(graph, options, [.. steps.Select(launches.Compile)], placement, memory);
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }
}
