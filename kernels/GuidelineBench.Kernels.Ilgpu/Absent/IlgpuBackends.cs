using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Kernels.Ilgpu;

/// <summary>What this project has to offer when it is built without ILGPU: the reason why there is nothing.</summary>
public static class IlgpuBackends
{
    public static ImmutableArray<IBackend> All { get; } = [];
}
