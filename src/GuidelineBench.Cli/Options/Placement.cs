using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Cli.Options;

/// <summary>With which kernels, on which device and how operators run there.</summary>
/// <param name="Backends">One or more, on their device.</param>
/// <param name="Device">Id of the device that was asked for; null when none was.</param>
internal sealed record Placement(
    ImmutableArray<IBackend> Backends,
    string? Device,
    int Threads,
    ImmutableArray<ExecutionOrder> Orders,
    ImmutableArray<LaunchMode> Launches,
    ImmutableArray<MathMode> Maths)
{
    /// <summary>What a plan may take: of the device, and no more than of the machine, where everything is prepared.</summary>
    public long FreeMemoryBytes() => Backends.OfType<IDeviceBackend>()
        .Select(backend => backend.Device?.FreeMemoryBytes())
        .OfType<long>()
        .Append(AvailableMemory.Bytes())
        .Min();
}
