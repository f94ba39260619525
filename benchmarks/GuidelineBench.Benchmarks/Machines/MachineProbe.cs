using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>Describes the machine that the process runs on.</summary>
public static class MachineProbe
{
    /// <param name="backends">One or more; the first says which instruction set it is.</param>
    public static MachineInfo Read(params IReadOnlyList<IBackend> backends) => Read(backends[0].Isa, SystemFiles.OfThisMachine, CoreAffinity.UsableProcessors()) with
    {
        Devices = [.. backends.OfType<IDeviceBackend>().Select(backend => backend.Device?.Description).OfType<DeviceDescription>().Distinct().Select(DeviceText.Of)],
    };

    /// <summary>Kinds of cores that the process may use, from the fastest; empty where all are alike or the system does not say.</summary>
    public static ImmutableArray<CoreClassInfo> CoreClassesOfThisMachine() =>
        CoreClassesOf(SystemFiles.OfThisMachine, AppleMachine.OfThisMachine(), CoreAffinity.UsableProcessors());

    internal static ImmutableArray<CoreClassInfo> CoreClassesOf(SystemFiles files, AppleMachine? apple, int[] usable) =>
    [
        .. (apple?.Classes ?? CoreClasses.Read(files, usable)).Select(kind => new CoreClassInfo(kind.Name, kind.Core, kind.Count, kind.Processors)),
    ];

    internal static MachineInfo Read(string isa, SystemFiles files, int[] usable) => Read(isa, files, AppleMachine.OfThisMachine(), usable);

    internal static MachineInfo Read(string isa, SystemFiles files, AppleMachine? apple, int[] usable) => new()
    {
        Host = Environment.MachineName,
        Os = RuntimeInformation.OSDescription,
        Cpu = apple?.Cpu ?? CpuName(files),
        CoreClasses = CoreClassesOf(files, apple, usable),
        // ProcessorCount also knows the quota of a container, which the affinity does not.
        Cores = Math.Min(usable.Length, Environment.ProcessorCount),
        Isa = isa,
        CacheBytes = apple?.CacheBytes ?? CacheSizes.Read(files, usable[0]),
        MemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        Runtime = RuntimeInformation.FrameworkDescription,
    };

    internal static string CpuName(SystemFiles files) =>
        ProcessorDescription.Parse(files.Read("proc/cpuinfo") ?? "").Model
        ?? SystemText.Name(files.Read("proc/device-tree/model"))
        ?? BrandString()
        ?? string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.ProcessArchitecture} processor");

    /// <summary>The name that an x86 processor gives itself, leaves 8000_0002h to 8000_0004h of CPUID.</summary>
    private static string? BrandString()
    {
        const int LastLeaf = unchecked((int)0x8000_0004);
        if (!X86Base.IsSupported || X86Base.CpuId(unchecked((int)0x8000_0000), 0).Eax < LastLeaf)
            return null;
        Span<int> words = stackalloc int[12];
        for (int i = 0; i < 3; i++)
            (words[4 * i], words[4 * i + 1], words[4 * i + 2], words[4 * i + 3]) = X86Base.CpuId(LastLeaf - 2 + i, 0);
        return Encoding.ASCII.GetString(MemoryMarshal.AsBytes(words)).Trim('\0', ' ') is { Length: > 0 } name ? name : null;
    }
}
