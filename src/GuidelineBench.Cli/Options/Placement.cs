using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Cli.Options;

/// <summary>With which kernels, on which device and how operators run there.</summary>
/// <param name="Backend">On its device.</param>
/// <param name="Device">Id of the device that was asked for; null when none was.</param>
internal sealed record Placement(
    IBackend Backend,
    string? Device,
    int Threads,
    ImmutableArray<ExecutionOrder> Orders,
    ImmutableArray<LaunchMode> Launches,
    ImmutableArray<MathMode> Maths)
{
    /// <summary>What a plan may take: of the device, and no more than of the machine, where everything is prepared.</summary>
    public long FreeMemoryBytes() => Backend is IDeviceBackend onDevice
        ? Math.Min(AvailableMemory.Bytes(), onDevice.FreeMemoryBytes())
        : AvailableMemory.Bytes();
}
