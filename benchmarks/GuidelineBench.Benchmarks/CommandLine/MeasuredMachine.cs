using System.Collections.Concurrent;
using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Ceilings;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Kernels.Simd;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>
/// What the benchmarks run on: BenchmarkDotNet makes their instances, so they find it here. Its ceilings are measured when
/// they are first asked for, once in a process.
/// </summary>
internal static class MeasuredMachine
{
    /// <summary>Kernels on their device; chosen before any benchmark is listed or run.</summary>
    public static IBackend Backend { get; set; } = new SimdBackend();

    private static readonly Lazy<ImmutableSortedDictionary<string, long>> CachesOfProcessor = new(() => MachineProbe.Read(Backend).CacheBytes);
    private static readonly ConcurrentDictionary<(IBackend Backend, int Threads), Lazy<CeilingProbe>> Probes = [];

    /// <summary>
    /// By level (<c>L1d</c>, <c>L2</c>, <c>L3</c>) as one core sees them, or the last one of a device; empty where unknown.
    /// </summary>
    public static ImmutableSortedDictionary<string, long> CacheBytes => Backend is IDeviceBackend onDevice
        ? CachesOf(onDevice.Device)
        : CachesOfProcessor.Value;

    public static Ceiling CeilingAt(int threads) => Probe(threads).Best;

    /// <summary>Tries the multiply-add rate again: other work on a core may have halved it the first time.</summary>
    public static void RefreshCeilingAt(int threads) => Probe(threads).Refresh();

    internal static ImmutableSortedDictionary<string, long> CachesOf(DeviceDescription? device) => device?.L2Bytes is { } bytes
        ? ImmutableSortedDictionary<string, long>.Empty.Add("L2", bytes)
        : ImmutableSortedDictionary<string, long>.Empty;

    private static CeilingProbe Probe(int threads) =>
        Probes.GetOrAdd((Backend, threads), of => new Lazy<CeilingProbe>(() => Measured(of.Backend, of.Threads))).Value;

    private static CeilingProbe Measured(IBackend backend, int threads)
    {
        var probe = new CeilingProbe(backend, threads, CoreSet.Any, CacheBytes, AvailableMemory.Bytes(), quick: false);
        probe.Measure();
        return probe;
    }
}
