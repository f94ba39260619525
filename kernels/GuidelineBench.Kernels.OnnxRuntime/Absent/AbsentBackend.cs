using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Kernels.OnnxRuntime.Absent;

/// <summary>Stands where the engine would be, and says how to get it.</summary>
internal sealed class AbsentBackend : IEngineBackend
{
    private static readonly string Reason = EnginePlatform.This.HasBuild
        ? "this build has no ONNX Runtime; ./run.sh restores Microsoft.ML.OnnxRuntime where a package source has it: "
          + "GUIDELINEBENCH_NUGET_SOURCE=FOLDER-OR-FEED adds one, GUIDELINEBENCH_ONNXRUNTIME=on tries again"
        : $"ONNX Runtime has no build for this platform ({EnginePlatform.This})";

    public string Name => OnnxRuntimeBackends.Name;

    public string? Provider => null;

    public string Isa => "-";

    public string? Unusable => Reason;

    public BackendAbilities Abilities => BackendAbilities.OfProcessor with { Orders = [ExecutionOrder.Layer], Variants = EngineVariants.All };

    public EngineDescription Describe(string folder) => throw new PlanException(Reason);

    public IEngineBackend With(EngineChoice choice) => throw new PlanException(Reason);

    public IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options) => throw new PlanException(Reason);
}
