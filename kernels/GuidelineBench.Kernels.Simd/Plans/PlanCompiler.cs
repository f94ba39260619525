using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Threads;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>Turns a graph into a <see cref="SimdPlan"/>: layout, kernels, packed weights, buffers.</summary>
internal sealed class PlanCompiler(Graph graph, NetworkParameters parameters, PlanOptions options, IBufferAllocator allocator)
{
    public SimdPlan Compile()
    {
        CheckCores();
        ImmutableArray<PlanStep> steps = FusionPass.Steps(graph, options.FuseElementwise);
        ImmutableArray<ImmutableArray<PlanStep>> runs = options.Order == ExecutionOrder.DepthFirst
            ? DepthFirstPass.Runs(graph, steps)
            : [.. steps.Select(step => ImmutableArray.Create(step))];
        ImmutableArray<PlanStep> launches = [.. runs.Select(DepthFirstPass.Merge)];
        var memory = new PlanMemory(graph, options, launches, ChooseLayout(), allocator);
        try
        {
            var stages = new StageCompiler(graph, parameters, options, memory);
            return new SimdPlan(graph, options, launches, [.. runs.Select(stages.Compile)], memory);
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    /// <summary>Here, where a message reaches the user; a worker thread that cannot be pinned could only end the process.</summary>
    private void CheckCores()
    {
        ImmutableArray<int> cores = options.Cores.Processors;
        if (cores.IsEmpty)
            return;
        if (cores.Length < options.Threads)
            throw new PlanException(FormattableString.Invariant($"{options.Threads} threads need {options.Threads} cores to be tied to, not {cores.Length}."));
        int[] usable = CoreAffinity.UsableProcessors();
        if (cores.Except(usable).Any())
            throw new PlanException(FormattableString.Invariant(
                $"Core {cores.Except(usable).First()} cannot be used by this process; {string.Join(',', usable)} can."));
    }

    /// <summary>All maps of a graph have one size, so one layout serves them all and nothing is converted in between.</summary>
    private MapLayout ChooseLayout()
    {
        MapShape shape = graph.Input.Output;
        if (graph.Nodes.Any(node => node.Output.WithChannels(1) != shape.WithChannels(1)))
            throw new PlanException($"{graph.Name}: maps of different sizes are not supported.");
        if (graph.Convolutions.Any(entry => entry.Convolution.KernelSize > 3))
            throw new PlanException($"{graph.Name}: convolutions up to 3x3 are supported.");
        return graph.Convolutions.Any(entry => entry.Convolution.KernelSize > 1)
            ? MapLayout.RowTiles(shape)
            : MapLayout.PixelTiles(shape);
    }
}
