using GuidelineBench.Execution.Devices;
using static GuidelineBench.Kernels.Ilgpu.Drivers.ManagementLibrary;

namespace GuidelineBench.Kernels.Ilgpu.Drivers;

/// <summary>Reads the state of an NVIDIA device.</summary>
internal static class NvidiaSensors
{
    /// <param name="pciBusId">domain:bus:device.function.</param>
    /// <returns>Null where the management library is missing or does not know the device.</returns>
    public static DeviceState? Read(string pciBusId)
    {
        if (!IsUsable || GetDevice(pciBusId, out nint device) != Success)
            return null;
        return new DeviceState(
            GetClock(device, MultiprocessorClock, out uint clockMHz) == Success ? clockMHz : null,
            GetClock(device, MemoryClock, out uint memoryClockMHz) == Success ? memoryClockMHz : null,
            GetTemperature(device, GpuTemperature, out uint temperatureC) == Success ? temperatureC : null,
            GetThrottleReasons(device, out ulong reasons) == Success ? ThrottleReasons.Of(reasons) : []);
    }
}
