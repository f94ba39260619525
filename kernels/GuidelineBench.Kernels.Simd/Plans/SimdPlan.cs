using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>A compiled graph on the CPU: stages over native buffers, run by a pool of threads.</summary>
internal sealed unsafe class SimdPlan : ISteppedPlan, IParallelWork
{
    private readonly Stage[] stages;
    private readonly PlanMemory memory;
    private readonly ForkJoinPool pool;

    /// <param name="steps">What each stage computes.</param>
    /// <param name="memory">Freed with the plan.</param>
    public SimdPlan(Graph graph, PlanOptions options, ImmutableArray<PlanStep> steps, Stage[] stages, PlanMemory memory)
    {
        Graph = graph;
        Options = options;
        Steps = steps;
        this.stages = stages;
        this.memory = memory;
        Bytes = stages.Sum(stage => stage.Bytes);
        Choices = new PlanChoices([.. stages.SelectMany(stage => stage.Choices)]);
        pool = new ForkJoinPool(options.Threads, options.Cores);
    }

    public Graph Graph { get; }

    public PlanOptions Options { get; }

    public PlanChoices Choices { get; }

    public ImmutableArray<PlanStep> Steps { get; }

    public long? Bytes { get; }

    int IParallelWork.Stages => stages.Length;

    public void Run() => pool.Run(this);

    public void RunStep(int step) => pool.Run(this, step, step + 1);

    void IParallelWork.Run(int stage, int thread, WorkQueue queue) => stages[stage].Run(thread, queue);

    public void WriteInput(ReadOnlySpan<float> nchw)
    {
        MapShape shape = CheckedShape(Graph.Input.Index, nchw.Length);
        int position = 0;
        foreach ((nint address, int length) in memory.Rows(Graph.Input.Index, shape, Options.Batch))
        {
            nchw.Slice(position, length).CopyTo(new Span<float>((void*)address, length));
            position += length;
        }
    }

    public void Read(int node, Span<float> nchw)
    {
        MapShape shape = CheckedShape(node, nchw.Length);
        int position = 0;
        foreach ((nint address, int length) in memory.Rows(node, shape, Options.Batch))
        {
            new ReadOnlySpan<float>((void*)address, length).CopyTo(nchw[position..]);
            position += length;
        }
    }

    public void Dispose()
    {
        pool.Dispose();
        memory.Dispose();
    }

    private MapShape CheckedShape(int node, int length)
    {
        MapShape shape = Graph.Nodes[node].Output;
        return length == Options.Batch * shape.Elements
            ? shape
            : throw new ArgumentException(FormattableString.Invariant(
                $"{Options.Batch} x {shape} has {Options.Batch * shape.Elements} values, not {length}."));
    }
}
