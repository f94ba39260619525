using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>Memory that the process may still use.</summary>
public static class AvailableMemory
{
    /// <returns>Bytes; the smaller of what the system has left and of what a container allows.</returns>
    public static long Bytes()
    {
        GCMemoryInfo collector = GC.GetGCMemoryInfo();
        long allowed = collector.TotalAvailableMemoryBytes - collector.MemoryLoadBytes;
        return Math.Max(0, Math.Min(allowed, Sensors.AvailableMemoryBytes(SystemFiles.OfThisMachine) ?? allowed));
    }

    /// <returns>What a plan may take: of the backends' devices, and no more than of the machine, where everything is prepared.</returns>
    public static long BytesOn(IEnumerable<IBackend> backends) => backends.OfType<IDeviceBackend>()
        .Select(backend => backend.Device?.FreeMemoryBytes())
        .OfType<long>()
        .Append(Bytes())
        .Min();
}
