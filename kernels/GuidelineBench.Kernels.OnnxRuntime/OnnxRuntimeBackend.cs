using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.OnnxRuntime.Engine;
using GuidelineBench.Kernels.OnnxRuntime.Plans;

namespace GuidelineBench.Kernels.OnnxRuntime;

/// <summary>Microsoft's ONNX Runtime, on the processor or by another of its execution providers.</summary>
/// <param name="choice">Which library and which of its providers.</param>
public sealed class OnnxRuntimeBackend(EngineChoice choice) : IEngineBackend
{
    private readonly Engine.Provider provider = Engine.Provider.Of(choice.Provider);

    public string Name => OnnxRuntimeBackends.Name;

    public string? Provider => provider.IsProcessor ? null : provider.Name;

    public string Isa => Unusable is null ? $"ONNX Runtime {EngineLibrary.Load(choice.Library).Version}, {provider.Name}" : "-";

    public string? Unusable
    {
        get
        {
            try
            {
                provider.Check(EngineLibrary.Load(choice.Library));
                return null;
            }
            catch (PlanException error)
            {
                return error.Message;
            }
        }
    }

    public BackendAbilities Abilities => BackendAbilities.OfProcessor with
    {
        Orders = [ExecutionOrder.Layer],
        Maths = provider.Maths,
        Variants = EngineVariants.All,
    };

    public IEngineBackend With(EngineChoice other) => new OnnxRuntimeBackend(other);

    public EngineDescription Describe(string folder)
    {
        EngineLibrary library = EngineLibrary.Load(choice.Library);
        provider.Check(library);
        return new EngineDescription
        {
            Backend = Name,
            Name = "ONNX Runtime",
            Version = library.Version,
            Library = library.FileName,
            Sha256 = library.FileSha256,
            Provider = provider.Name,
            BlockChannels = EngineProbe.BlockChannels(provider, folder),
            CallNs = EngineProbe.CallNs(provider),
            Settings = EngineOptions.Stated,
        };
    }

    public IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options)
    {
        provider.Check(EngineLibrary.Load(choice.Library));
        return new OnnxRuntimePlan(graph, parameters, options, provider);
    }
}
