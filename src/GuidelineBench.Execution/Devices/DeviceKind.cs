using System.Collections.Immutable;

namespace GuidelineBench.Execution.Devices;

/// <summary>Through what a device is driven.</summary>
public enum DeviceKind
{
    Cuda,

    OpenCl,

    /// <summary>Kernels written for GPUs, run by the processor: for tests, never a measure of anything.</summary>
    Cpu,
}

/// <summary>The names of <see cref="DeviceKind"/> in options, listings and result files.</summary>
public static class DeviceKinds
{
    /// <summary>In the order in which devices are listed and looked for.</summary>
    public static ImmutableArray<DeviceKind> All { get; } = [DeviceKind.Cuda, DeviceKind.OpenCl, DeviceKind.Cpu];

    public static string Label(this DeviceKind kind) => kind switch
    {
        DeviceKind.Cuda => "cuda",
        DeviceKind.OpenCl => "opencl",
        _ => "cpu",
    };
}
