using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Kernels.Ilgpu;

/// <summary>The backends on accelerators that ILGPU finds.</summary>
public static class IlgpuBackends
{
    public static ImmutableArray<IBackend> All { get; } = [];
}
