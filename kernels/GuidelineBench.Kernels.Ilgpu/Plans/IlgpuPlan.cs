using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Placement;
using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Tilings;
using GuidelineBench.Kernels.Ilgpu.Vendor;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;

namespace GuidelineBench.Kernels.Ilgpu.Plans;

/// <summary>A compiled network on a device. Operators are launched one behind the other into one queue, which keeps their order.</summary>
internal sealed class IlgpuPlan : ISteppedPlan, IDevicePlan
{
    private readonly DeviceMemory memory;
    private readonly DeviceMaps maps;
    private readonly AcceleratorStream stream;
    private readonly IDeviceOperator[][] operators;
    private readonly LaunchGraph? recorded;

    private IlgpuPlan(
        Graph graph, PlanOptions options, ImmutableArray<CompiledStep> steps, DeviceMaps maps, DeviceMemory memory, AcceleratorStream stream)
    {
        Graph = graph;
        Options = options;
        Steps = [.. steps.Select(step => step.Step)];
        Choices = StepChoices.Shown(steps);
        Bytes = steps.Sum(step => step.Bytes);
        operators = [.. steps.Select(step => step.Operators.ToArray())];
        this.maps = maps;
        this.memory = memory;
        this.stream = stream;
        recorded = options.Launch == LaunchMode.Graph
            ? LaunchGraph.Record((CudaAccelerator)stream.Accelerator, (CudaStream)stream, LaunchAll)
            : null;
    }

    public Graph Graph { get; }

    public PlanOptions Options { get; }

    public PlanChoices Choices { get; }

    public ImmutableArray<PlanStep> Steps { get; }

    public long? Bytes { get; }

    /// <param name="accelerator">Of a context with ILGPU's algorithms enabled; outlives the plan.</param>
    /// <param name="tiles">Those of the project's own convolutions: <see cref="TileClass.All"/>, or those of TF32.</param>
    /// <param name="cublas">What computes the 1x1 convolutions that it can; null: the project's own kernels.</param>
    /// <exception cref="PlanException">The graph or the options cannot be run here; the message is one line.</exception>
    public static IlgpuPlan Compile(
        Accelerator accelerator,
        Graph graph,
        NetworkParameters parameters,
        PlanOptions options,
        ImmutableArray<TileClass> tiles,
        Cublas? cublas = null)
    {
        if (options.Launch == LaunchMode.Graph && accelerator is not CudaAccelerator)
            throw new PlanException($"{graph.Name}: launching a graph needs a CUDA device.");
        graph = FusionPass.Prepared(graph, options.FuseElementwise);
        ImmutableArray<PlanStep> steps = Launches(graph, options);
        ChannelPlacement placement = DeviceMaps.Place(graph, steps);
        ImmutableArray<string> choices = new StepChoices(accelerator, graph, steps, placement, options, tiles, cublas is not null).Chosen();
        var memory = new DeviceMemory(accelerator);
        AcceleratorStream? stream = null;
        try
        {
            DeviceMaps maps = DeviceMaps.Create(graph, steps, placement, options.Batch, memory);
            var compiler = new StepCompiler(accelerator, graph, parameters, options, maps, memory, tiles, cublas);
            ImmutableArray<CompiledStep> compiled = [.. steps.Zip(choices, compiler.Compile)];
            // The default stream of CUDA cannot be recorded.
            stream = accelerator.CreateStream();
            return new IlgpuPlan(graph, options, compiled, maps, memory, stream);
        }
        catch
        {
            stream?.Dispose();
            memory.Dispose();
            throw;
        }
    }

    /// <summary>See <see cref="ITunedBackend.Candidates"/>.</summary>
    /// <param name="tiles">As for <see cref="Compile"/>.</param>
    /// <param name="cublas">As for <see cref="Compile"/>.</param>
    /// <exception cref="PlanException">The options cannot be run here; the message is one line.</exception>
    public static ImmutableArray<PlanChoices> Candidates(
        Accelerator accelerator, Graph graph, PlanOptions options, ImmutableArray<TileClass> tiles, Cublas? cublas = null)
    {
        graph = FusionPass.Prepared(graph, options.FuseElementwise);
        ImmutableArray<PlanStep> steps = Launches(graph, options);
        return new StepChoices(accelerator, graph, steps, DeviceMaps.Place(graph, steps), options, tiles, cublas is not null).Candidates();
    }

    public void WriteInput(ReadOnlySpan<float> nchw)
    {
        Check(Graph.Input.Index, nchw.Length);
        HostTransfer.Write(maps[Graph.Input.Index], nchw, Options.Batch, stream);
    }

    public void Run()
    {
        Launch();
        stream.Synchronize();
    }

    public double? RunOnDeviceClock()
    {
        if (stream.Accelerator is CPUAccelerator)
        {
            Run();
            return null;
        }

        using ProfilingMarker start = stream.AddProfilingMarker();
        Launch();
        using ProfilingMarker end = stream.AddProfilingMarker();
        stream.Synchronize();
        return end.MeasureFrom(start).TotalNanoseconds;
    }

    public void RunStep(int step)
    {
        foreach (IDeviceOperator launched in operators[step])
            launched.Launch(stream);
        stream.Synchronize();
    }

    public void Read(int node, Span<float> nchw)
    {
        Check(node, nchw.Length);
        HostTransfer.Read(maps[node], maps.PlanesOf(node), nchw, Options.Batch, stream);
    }

    public void Dispose()
    {
        recorded?.Dispose();
        stream.Dispose();
        memory.Dispose();
    }

    private static ImmutableArray<PlanStep> Launches(Graph graph, PlanOptions options)
    {
        if (options.Order == ExecutionOrder.DepthFirst)
            throw new PlanException($"{graph.Name}: depth-first execution is for the CPU kernels; on a GPU networks run layer by layer.");
        return FusionPass.Steps(graph, options.FuseElementwise);
    }

    private void Launch()
    {
        if (recorded is not null)
            recorded.Launch();
        else
            LaunchAll(stream);
    }

    private void LaunchAll(AcceleratorStream on)
    {
        foreach (IDeviceOperator[] step in operators)
            foreach (IDeviceOperator launched in step)
                launched.Launch(on);
    }

    private void Check(int node, int length)
    {
        MapShape shape = Graph.Nodes[node].Output;
        if (length != Options.Batch * shape.Elements)
            throw new ArgumentException(FormattableString.Invariant(
                $"{Options.Batch} x {shape} has {Options.Batch * shape.Elements} values, not {length}."));
    }
}
