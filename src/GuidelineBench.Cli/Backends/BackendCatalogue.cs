using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Kernels.Ilgpu;
using GuidelineBench.Kernels.OnnxRuntime;
using GuidelineBench.Kernels.Simd;

namespace GuidelineBench.Cli.Backends;

/// <summary>All backends. A new one is one project and one entry here; the first is the default.</summary>
internal static class BackendCatalogue
{
    public static ImmutableArray<IBackend> All { get; } = [new SimdBackend(), .. OnnxRuntimeBackends.All, .. IlgpuBackends.All];

    /// <summary>What backends without a device of their own run on.</summary>
    public static IDevice Processor { get; } = new Processor();

    /// <summary>Names of those that are engines.</summary>
    public static string EngineNames => string.Join(", ", All.OfType<IEngineBackend>().Select(backend => backend.Name));

    /// <summary>Names of those that have devices to choose from.</summary>
    public static string NamesWithDevices => string.Join(", ", All.OfType<IDeviceBackend>().Select(backend => backend.Name));
}
