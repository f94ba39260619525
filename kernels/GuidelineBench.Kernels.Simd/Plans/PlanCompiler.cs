using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>Turns a graph into a <see cref="SimdPlan"/>: layout, kernels, packed weights, buffers.</summary>
internal sealed class PlanCompiler(Graph graph, NetworkParameters parameters, PlanOptions options, IBufferAllocator allocator)
{
    /// <summary>
    /// Weights of a run that is carried through tile by tile. Measured with 1 MiB of second-level cache and a share of the
    /// third: runs of up to 4 MiB come within 3 to 5 % of the multiply-add rate, of 6 MiB within 7 %, of 10 MiB within 18 %.
    /// </summary>
    private const long MostRunWeights = 3 * 1024 * 1024 / sizeof(float);

    public SimdPlan Compile()
    {
        CheckCores();
        ImmutableArray<PlanStep> steps = FusionPass.Steps(graph, options.FuseElementwise);
        ImmutableArray<ImmutableArray<PlanStep>> runs = options.Order == ExecutionOrder.DepthFirst
            ? DepthFirstPass.Runs(graph, steps, mostWeights: MostRunWeights)
            : [.. steps.Select(step => ImmutableArray.Create(step))];
        ImmutableArray<PlanStep> launches = [.. runs.Select(DepthFirstPass.Merge)];
        OperatorChoices choices = OperatorChoices.Of(
            graph, steps, options.Choices ?? OperatorChoices.Candidates(graph, steps)[0]);
        var memory = new PlanMemory(graph, options, launches, choices.Layout, allocator);
        try
        {
            var stages = new StageCompiler(graph, parameters, options, choices, memory);
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
                $"Core {cores.Except(usable).First()} cannot be used by this process; {ProcessorList.Write(usable)} can."));
    }
}
