using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;
#if !WITH_ILGPU
using GuidelineBench.Kernels.Ilgpu.Absent;
#endif

namespace GuidelineBench.Kernels.Ilgpu;

/// <summary>The backends on GPUs; built without ILGPU, what says how to get them. Nothing is looked up before it is asked for.</summary>
public static class IlgpuBackends
{
#if WITH_ILGPU
    public static ImmutableArray<IBackend> All { get; } = [new IlgpuBackend(isVendor: false), new IlgpuBackend(isVendor: true)];
#else
    public static ImmutableArray<IBackend> All { get; } = [new AbsentBackend("ilgpu"), new AbsentBackend("cublas")];
#endif
}
