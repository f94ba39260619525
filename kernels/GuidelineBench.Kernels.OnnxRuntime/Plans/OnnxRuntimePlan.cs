using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.OnnxRuntime.Engine;
using GuidelineBench.Onnx.Writing;
using Microsoft.ML.OnnxRuntime;

namespace GuidelineBench.Kernels.OnnxRuntime.Plans;

/// <summary>A session of one model, its input and output bound to memory of ours: a forward pass is one call.</summary>
internal sealed class OnnxRuntimePlan : IEnginePlan
{
    private readonly Provider provider;
    private readonly byte[] model;
    private readonly SessionOptions settings;
    private readonly InferenceSession session;
    private readonly RunOptions run = new();
    private readonly OrtIoBinding binding;
    private readonly BoundMap input, output;

    /// <exception cref="PlanException">The engine does not take the graph or the options.</exception>
    public OnnxRuntimePlan(Graph graph, NetworkParameters parameters, PlanOptions options, Provider provider)
    {
        (Graph, Options, this.provider) = (graph, options, provider);
        if (options.Order != ExecutionOrder.Layer)
            throw new PlanException("ONNX Runtime runs layer by layer.");
        try
        {
            model = OnnxModel.Bytes(graph, parameters, new OnnxFormat(options.Batch));
            settings = EngineOptions.Of(options, provider);
            session = new InferenceSession(model, settings);
            input = new BoundMap(session.InputMetadata.Single());
            output = new BoundMap(session.OutputMetadata.Single());
            binding = Bind(session);
        }
        catch (Exception error) when (error is OnnxRuntimeException or OnnxException)
        {
            throw new PlanException($"ONNX Runtime does not take {graph.Name}: {error.Message.ReplaceLineEndings(" ")}");
        }
    }

    public Graph Graph { get; }

    public PlanOptions Options { get; }

    public PlanChoices? Choices => null;

    public long? Bytes => null;

    public IPlan Alone(Graph graph, NetworkParameters parameters) => new OnnxRuntimePlan(graph, parameters, Options, provider);

    public EngineRun Describe(TimeSpan time, string folder)
    {
        try
        {
            return Inspection.Run(this, time, folder);
        }
        catch (OnnxRuntimeException error)
        {
            throw new PlanException($"ONNX Runtime does not show how it runs {Graph.Name}: {error.Message.ReplaceLineEndings(" ")}");
        }
    }

    internal EngineInspection Inspection => new(Graph, model, Options, provider);

    /// <summary>The plan's own maps for another session of the same model.</summary>
    internal OrtIoBinding Bind(InferenceSession other)
    {
        OrtIoBinding maps = other.CreateIoBinding();
        maps.BindInput(input.Name, input.Value);
        BindOutput(maps);
        return maps;
    }

    public void WriteInput(ReadOnlySpan<float> nchw)
    {
        nchw.CopyTo(input.Values);
        // A provider with memory of its own copies what is bound when it is bound.
        if (!provider.IsProcessor)
            binding.BindInput(input.Name, input.Value);
    }

    public void Run() => session.RunWithBinding(run, binding);

    public void ReadOutput(Span<float> nchw)
    {
        if (provider.Memory is not null)
        {
            using OrtIoBinding toHost = session.CreateIoBinding();
            toHost.BindInput(input.Name, input.Value);
            toHost.BindOutput(output.Name, output.Value);
            session.RunWithBinding(run, toHost);
            toHost.SynchronizeBoundOutputs();
        }

        output.Values.CopyTo(nchw);
    }

    public void Dispose()
    {
        binding.Dispose();
        input.Dispose();
        output.Dispose();
        run.Dispose();
        session.Dispose();
        settings.Dispose();
    }

    /// <summary>A device's results stay on it; what is timed is no copy.</summary>
    private void BindOutput(OrtIoBinding maps)
    {
        if (provider.Memory is not { } memory)
        {
            maps.BindOutput(output.Name, output.Value);
            return;
        }

        using var place = new OrtMemoryInfo(memory, OrtAllocatorType.DeviceAllocator, 0, OrtMemType.Default);
        maps.BindOutputToDevice(output.Name, place);
    }
}
