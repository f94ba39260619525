using System.Collections.Concurrent;
using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Ceilings;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>
/// What the benchmarks run on: BenchmarkDotNet makes their instances, so they find it here. Its ceilings are measured when
/// they are first asked for, once in a process.
/// </summary>
internal static class MeasuredMachine
{
    private static readonly Lazy<ImmutableSortedDictionary<string, long>> CachesOfProcessor = new(() => MachineProbe.Read([Backend!]).CacheBytes);
    private static readonly ConcurrentDictionary<(IDevice Device, int Threads), Lazy<CeilingProbe>> Probes = [];

    /// <summary>Kernels on their device; chosen before any benchmark is listed or run.</summary>
    public static IBackend Backend { get; private set; } = null!;

    private static IDevice Device { get; set; } = null!;

    /// <param name="processor">What a backend without a device of its own runs on.</param>
    public static void Choose(IBackend backend, IDevice processor) =>
        (Backend, Device) = (backend, backend is IDeviceBackend { Device: { } own } ? own : processor);

    /// <summary>
    /// By level (<c>L1d</c>, <c>L2</c>, <c>L3</c>) as one core sees them, or the last one of a device; empty where unknown.
    /// </summary>
    public static ImmutableSortedDictionary<string, long> CacheBytes => Device.Description is { } device ? CachesOf(device) : CachesOfProcessor.Value;

    public static Ceiling CeilingAt(int threads) => Probe(threads).Best;

    /// <summary>Tries the multiply-add rate again: other work on a core may have halved it the first time.</summary>
    public static void RefreshCeilingAt(int threads) => Probe(threads).Refresh();

    internal static ImmutableSortedDictionary<string, long> CachesOf(DeviceDescription? device) => device?.L2Bytes is { } bytes
        ? ImmutableSortedDictionary<string, long>.Empty.Add("L2", bytes)
        : ImmutableSortedDictionary<string, long>.Empty;

    private static CeilingProbe Probe(int threads) =>
        Probes.GetOrAdd((Device, threads), of => new Lazy<CeilingProbe>(() => Measured(of.Device, of.Threads))).Value;

    private static CeilingProbe Measured(IDevice device, int threads)
    {
        var probe = new CeilingProbe(device, threads, CoreSet.Any, CacheBytes, AvailableMemory.Bytes(), quick: false);
        probe.Measure();
        return probe;
    }
}
