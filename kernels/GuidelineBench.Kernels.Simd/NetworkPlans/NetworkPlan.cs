using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>A compiled network whose maps change size, on the CPU.</summary>
internal sealed unsafe class NetworkPlan : ISteppedPlan, IParallelWork
{
    private readonly INetworkStage[] stages;
    private readonly int[] firstStages;
    private readonly MapPlacement placement;
    private readonly NetworkMemory memory;
    private readonly NetworkInput? input;
    private readonly ForkJoinPool pool;

    /// <param name="launches">Each step with its stages, one or more.</param>
    /// <param name="memory">Freed with the plan.</param>
    /// <param name="input">Where the input lies, unless it has a place as other maps have.</param>
    public NetworkPlan(
        Graph graph, PlanOptions options, ImmutableArray<NetworkLaunch> launches, MapPlacement placement, NetworkMemory memory,
        NetworkInput? input)
    {
        Graph = graph;
        Options = options;
        Steps = [.. launches.Select(launch => launch.Step)];
        Choices = new PlanChoices([.. launches.SelectMany(launch => launch.Choices)]);
        stages = [.. launches.SelectMany(launch => launch.Stages)];
        firstStages = new int[launches.Length + 1];
        for (int launch = 0; launch < launches.Length; launch++)
            firstStages[launch + 1] = firstStages[launch] + launches[launch].Stages.Length;
        Bytes = stages.Sum(stage => stage.Bytes);
        this.placement = placement;
        this.input = input;
        this.memory = memory;
        pool = new ForkJoinPool(options.Threads, options.Cores);
    }

    public Graph Graph { get; }

    public PlanOptions Options { get; }

    public PlanChoices Choices { get; }

    public ImmutableArray<PlanStep> Steps { get; }

    public long? Bytes { get; }

    int IParallelWork.Stages => stages.Length;

    public void Run() => pool.Run(this);

    public void RunStep(int step) => pool.Run(this, firstStages[step], firstStages[step + 1]);

    void IParallelWork.Run(int stage, int thread, WorkQueue queue) => stages[stage].Run(thread, queue);

    public void WriteInput(ReadOnlySpan<float> nchw)
    {
        MapPlace place = CheckedPlace(Graph.Input.Index, nchw.Length);
        if (input is not null)
        {
            input.Write(nchw);
            return;
        }

        int position = 0;
        foreach ((nint address, int length) in memory.Rows(place))
        {
            nchw.Slice(position, length).CopyTo(new Span<float>((void*)address, length));
            position += length;
        }
    }

    public void Read(int node, Span<float> nchw)
    {
        MapPlace place = CheckedPlace(node, nchw.Length);
        if (node == Graph.Input.Index && input is not null)
        {
            input.Read(nchw);
            return;
        }

        int position = 0;
        foreach ((nint address, int length) in memory.Rows(place))
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

    private MapPlace CheckedPlace(int node, int length)
    {
        MapShape shape = Graph.Nodes[node].Output;
        return length == Options.Batch * shape.Elements
            ? placement[node]
            : throw new ArgumentException(FormattableString.Invariant(
                $"{Options.Batch} x {shape} has {Options.Batch * shape.Elements} values, not {length}."));
    }
}

/// <summary>A step of a network's plan with all that it takes to run it.</summary>
/// <param name="Stages">In order; a step whose layout has to be prepared has more than one.</param>
/// <param name="Choices">What was chosen for each operator of the step.</param>
internal sealed record NetworkLaunch(PlanStep Step, ImmutableArray<INetworkStage> Stages, ImmutableArray<string> Choices);
