using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Threads;
using GuidelineBench.Kernels.Ilgpu.Ceilings;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using IDevice = GuidelineBench.Execution.Devices.IDevice;

namespace GuidelineBench.Kernels.Ilgpu.Devices;

/// <summary>A usable device; its limits are shown by kernels of this project, whoever computes on it.</summary>
internal sealed class IlgpuDevice(DeviceDescription description) : IDevice
{
    public string Name => IlgpuBackend.BackendName;

    public DeviceDescription Description => description;

    public ICeilingWork CreateCeilingWork(int threads, CoreSet cores) => new DeviceCeilingWork(Open());

    public DeviceState? ReadState() => DeviceCatalogue.OfThisMachine.ReadState(description);

    public long? FreeMemoryBytes() => Open() is CudaAccelerator cuda ? cuda.GetFreeMemory() : Open().MemorySize;

    private Accelerator Open() => DeviceCatalogue.OfThisMachine.Open(description);
}
