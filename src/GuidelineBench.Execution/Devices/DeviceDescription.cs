using System.Collections.Immutable;

namespace GuidelineBench.Execution.Devices;

/// <summary>A device that kernels may run on. What is null, the device or its driver does not say.</summary>
/// <param name="Id">Kind and number inside the kind, e.g. <c>cuda:0</c>.</param>
/// <param name="Name">As its driver calls it.</param>
/// <param name="IsGpu">Whether it is a GPU, and not a processor that runs kernels written for one.</param>
/// <param name="Unusable">Why it cannot be used, in one line; null when it can.</param>
public sealed record DeviceDescription(string Id, string Name, DeviceKind Kind, bool IsGpu, string? Unusable)
{
    public long? MemoryBytes { get; init; }

    public long? L2Bytes { get; init; }

    public int? Multiprocessors { get; init; }

    /// <summary>Of CUDA devices, e.g. <c>9.0</c>.</summary>
    public string? ComputeCapability { get; init; }

    /// <summary>The highest.</summary>
    public int? ClockMHz { get; init; }

    /// <summary>The highest.</summary>
    public int? MemoryClockMHz { get; init; }

    /// <summary>Version of the driver, or of what stands for it.</summary>
    public string? Driver { get; init; }
}

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
