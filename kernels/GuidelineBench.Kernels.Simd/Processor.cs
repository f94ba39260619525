using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Threads;
using GuidelineBench.Kernels.Simd.Ceilings;

namespace GuidelineBench.Kernels.Simd;

/// <summary>The processor; its vector units and its memory are its limits, whatever computes on it.</summary>
public sealed class Processor : IDevice
{
    public string Name => SimdBackend.BackendName;

    public DeviceDescription? Description => null;

    public ICeilingWork CreateCeilingWork(int threads, CoreSet cores) => new SimdCeilingWork(threads, cores);

    public DeviceState? ReadState() => null;

    public long? FreeMemoryBytes() => null;
}
