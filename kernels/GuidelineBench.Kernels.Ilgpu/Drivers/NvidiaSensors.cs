using System.Collections.Immutable;
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

/// <summary>What holds back a clock, as NVIDIA's management library says it (nvmlClocksThrottleReason* of nvml.h).</summary>
internal static class ThrottleReasons
{
    /// <summary>An idle device and one set to fixed clocks by its owner (bits 0x1, 0x2, 0x100) are not held back.</summary>
    private static readonly ImmutableArray<(ulong Bit, string Name)> Names =
    [
        (0x04, "its power limit"),
        (0x08, "the hardware (heat or power)"),
        (0x10, "the clocks of other devices in its group"),
        (0x20, "its temperature"),
        (0x40, "its temperature (hardware limit)"),
        (0x80, "the power supply"),
    ];

    public static ImmutableArray<string> Of(ulong bits) => [.. Names.Where(name => (bits & name.Bit) != 0).Select(name => name.Name)];
}
