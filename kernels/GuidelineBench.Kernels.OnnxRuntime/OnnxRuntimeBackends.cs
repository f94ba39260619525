using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;
#if !WITH_ONNXRUNTIME
using GuidelineBench.Kernels.OnnxRuntime.Absent;
#endif

namespace GuidelineBench.Kernels.OnnxRuntime;

/// <summary>ONNX Runtime as a backend; built without its package, what says how to get it. Nothing is loaded before it is asked for.</summary>
public static class OnnxRuntimeBackends
{
    /// <summary>As in <c>--backend</c> and in result files.</summary>
    public const string Name = "onnxruntime";

#if WITH_ONNXRUNTIME
    public static ImmutableArray<IBackend> All { get; } = [new OnnxRuntimeBackend(EngineChoice.Default)];
#else
    public static ImmutableArray<IBackend> All { get; } = [new AbsentBackend()];
#endif
}
