using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>Turns a network whose maps change size into a <see cref="NetworkPlan"/>.</summary>
internal static class NetworkCompiler
{
    public static NetworkPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options, IBufferAllocator allocator)
    {
        ImmutableArray<PlanStep> steps = FusionPass.Steps(graph, options.FuseElementwise);
        NetworkChoices choices = NetworkChoices.Of(graph, steps, options.Choices ?? NetworkChoices.Candidates(graph, steps)[0]);
        ImmutableArray<ImmutableArray<PlanStep>> runs = options.Order == ExecutionOrder.DepthFirst
            ? TileRuns.Of(graph, steps, options)
            : [.. steps.Select(step => ImmutableArray.Create(step))];
        ImmutableArray<PlanStep> launched = [.. runs.Select(DepthFirstPass.Merge)];
        (PlanStep Step, Convolution Convolution)? reader = InputPlanes.ReaderOf(graph, steps);
        MapPlacement placement = MapPlacement.Create(graph, launched, NetworkLayouts.Of, reader is null ? null : graph.Input.Index, step => Addend(graph, step));
        var memory = new NetworkMemory(placement, options.Batch, allocator);
        try
        {
            NetworkInput? input = reader is { } first ? Input(graph, first.Step, first.Convolution, options.Batch, memory) : null;
            var launches = new LaunchCompiler(graph, parameters, options, choices, placement, memory, input);
            return new NetworkPlan(graph, options, [.. runs.Zip(launched, launches.Compile)], placement, memory, input);
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    /// <returns>The only map that a step of one convolution adds in its kernel; null where it adds none, several, or afterwards.</returns>
    private static int? Addend(Graph graph, PlanStep step) =>
        step.Inputs.Length == 2
        && step.Nodes.Count(node => graph.Nodes[node].Layer is WeightedLayer) == 1
        && NetworkChoices.ProductOf(graph, step) is not null
        && graph.Nodes[step.Output].Layer is Sum or ReLU or ReLU6
            ? step.Inputs[1]
            : null;

    private static unsafe NetworkInput Input(Graph graph, PlanStep reader, Convolution convolution, int batch, NetworkMemory memory)
    {
        MapShape output = graph.Nodes[reader.Nodes[0]].Output;
        MapLayout layout = NetworkLayouts.Of(output);
        var planes = new InputPlanes(convolution.Window, graph.Input.Output, output, layout.Tiles * layout.TileRows);
        return new NetworkInput(planes, graph.Input.Output, (nint)memory.Buffer(batch * planes.ImageFloats));
    }
}
