using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Ceilings;

/// <summary>The ceilings of a run: at its thread count and, as the unit that others are compared with, at one thread.</summary>
public sealed class CeilingSet : IDisposable
{
    private readonly ImmutableArray<CeilingProbe> probes;
    private readonly ImmutableArray<Ceiling> stored;

    /// <param name="stored">Of the same run before it was interrupted; a better value is kept.</param>
    public CeilingSet(
        IBackend backend, int threads, CoreSet cores, MachineInfo machine, long availableBytes, bool quick, ImmutableArray<Ceiling> stored)
    {
        this.stored = stored;
        int[] counts = threads == 1 ? [1] : [1, threads];
        probes = [.. counts.Select(count => new CeilingProbe(backend, count, cores, machine.CacheBytes, availableBytes, quick))];
    }

    public ImmutableArray<Ceiling> Best => [.. probes.Select(probe => Better(
        probe.Best, stored.FirstOrDefault(ceiling => ceiling.Threads == probe.Best.Threads)))];

    public void Measure()
    {
        foreach (CeilingProbe probe in probes)
            probe.Measure();
    }

    /// <summary>One short trial of the multiply-add rate at the run's thread count.</summary>
    /// <returns>10^9 operations per second; null where it would take too long.</returns>
    public double? Sample() => probes[^1].Sample();

    public void Refresh()
    {
        foreach (CeilingProbe probe in probes)
            probe.Refresh();
    }

    public void Dispose()
    {
        foreach (CeilingProbe probe in probes)
            probe.Dispose();
    }

    private static Ceiling Better(Ceiling now, Ceiling? before) => before is null ? now : now with
    {
        FmaGflops = Math.Max(now.FmaGflops, before.FmaGflops),
        BandwidthGBs = now.BandwidthGBs.ToImmutableSortedDictionary(
            level => level.Key,
            level => Math.Max(level.Value, before.BandwidthGBs.GetValueOrDefault(level.Key)),
            StringComparer.Ordinal),
        LaunchNs = before.LaunchNs < now.LaunchNs ? before.LaunchNs : now.LaunchNs,
    };
}
