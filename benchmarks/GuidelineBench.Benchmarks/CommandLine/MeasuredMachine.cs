using System.Collections.Concurrent;
using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Ceilings;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Simd;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>What the benchmarks run on. Its ceilings are measured when they are first asked for, once in a process.</summary>
internal static class MeasuredMachine
{
    public static IBackend Backend { get; } = new SimdBackend();

    private static readonly Lazy<MachineInfo> Machine = new(() => MachineProbe.Read(Backend));
    private static readonly ConcurrentDictionary<int, Lazy<CeilingProbe>> Probes = [];

    /// <summary>By level (<c>L1d</c>, <c>L2</c>, <c>L3</c>) as one core sees them; empty where unknown.</summary>
    public static ImmutableSortedDictionary<string, long> CacheBytes => Machine.Value.CacheBytes;

    public static Ceiling CeilingAt(int threads) => Probe(threads).Best;

    /// <summary>Tries the multiply-add rate again: other work on a core may have halved it the first time.</summary>
    public static void RefreshCeilingAt(int threads) => Probe(threads).Refresh();

    private static CeilingProbe Probe(int threads) =>
        Probes.GetOrAdd(threads, count => new Lazy<CeilingProbe>(() => Measured(count))).Value;

    private static CeilingProbe Measured(int threads)
    {
        var probe = new CeilingProbe(Backend, threads, CoreSet.Any, CacheBytes, AvailableMemory.Bytes(), quick: false);
        probe.Measure();
        return probe;
    }
}
