using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>A compiled graph on the CPU: steps over native buffers, run by a pool of threads.</summary>
internal sealed unsafe class SimdPlan : IPlan, IParallelWork
{
    private readonly ISimdStep[] kernels;
    private readonly PlanMemory memory;
    private readonly ForkJoinPool pool;

    public SimdPlan(Graph graph, PlanOptions options, ImmutableArray<PlanStep> steps, ISimdStep[] kernels, PlanMemory memory)
    {
        Graph = graph;
        Options = options;
        Steps = steps;
        this.kernels = kernels;
        this.memory = memory;
        Bytes = kernels.Sum(kernel => kernel.Bytes);
        Choices = string.Join(' ', Runs(kernels.Select(kernel => kernel.Choice)));
        pool = new ForkJoinPool(options.Threads, options.Cores);
    }

    public Graph Graph { get; }

    public PlanOptions Options { get; }

    public string Choices { get; }

    public ImmutableArray<PlanStep> Steps { get; }

    public long Bytes { get; }

    int IParallelWork.Stages => kernels.Length;

    public void Run() => pool.Run(this);

    public void RunStep(int step) => pool.Run(this, step, step + 1);

    void IParallelWork.Run(int stage, int thread, int threads) => kernels[stage].Run(thread, threads);

    public void WriteInput(ReadOnlySpan<float> nchw)
    {
        MapShape shape = CheckedShape(Graph.Input.Index, nchw.Length);
        float* buffer = memory.Map(Graph.Input.Index);
        for (int image = 0, position = 0; image < Options.Batch; image++)
            for (int channel = 0; channel < shape.Channels; channel++)
                for (int pixel = 0; pixel < shape.Pixels; pixel++)
                    buffer[memory.Layout.Offset(shape.Channels, image, channel, pixel)] = nchw[position++];
    }

    public void Read(int node, Span<float> nchw)
    {
        MapShape shape = CheckedShape(node, nchw.Length);
        float* buffer = memory.Map(node);
        for (int image = 0, position = 0; image < Options.Batch; image++)
            for (int channel = 0; channel < shape.Channels; channel++)
                for (int pixel = 0; pixel < shape.Pixels; pixel++)
                    nchw[position++] = buffer[memory.Layout.Offset(shape.Channels, image, channel, pixel)];
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

    /// <summary>Equal neighbours once, with their number.</summary>
    private static IEnumerable<string> Runs(IEnumerable<string> choices)
    {
        string? current = null;
        int count = 0;
        foreach (string? choice in choices.Append(null))
        {
            if (choice != current && current is not null)
                yield return count == 1 ? current : FormattableString.Invariant($"{count}*({current})");
            count = choice == current ? count + 1 : 1;
            current = choice;
        }
    }
}
