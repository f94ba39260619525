using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Ceilings;

/// <summary>The ceilings of a run's devices: of the processor at the run's thread count and, as the unit that others are compared with, at one thread.</summary>
public sealed class CeilingSet : IDisposable
{
    private readonly ImmutableArray<CeilingProbe> probes;
    private readonly ImmutableArray<Ceiling> stored;

    /// <param name="stored">Of the same run before it was interrupted; a better value is kept.</param>
    public CeilingSet(
        IReadOnlyList<IDevice> devices, int threads, CoreSet cores, MachineInfo machine, long availableBytes, bool quick, ImmutableArray<Ceiling> stored)
    {
        this.stored = stored;
        probes =
        [
            .. from device in devices
               from count in threads == 1 || device.Description is not null ? new[] { 1 } : [1, threads]
               select new CeilingProbe(device, count, cores, machine.CacheBytes, availableBytes, quick),
        ];
    }

    public ImmutableArray<Ceiling> Best => [.. probes.Select(probe => Better(
        probe.Best, stored.FirstOrDefault(ceiling => ceiling.Backend == probe.Best.Backend && ceiling.Device == probe.Best.Device && ceiling.Threads == probe.Best.Threads)))];

    public void Measure()
    {
        foreach (CeilingProbe probe in probes)
            probe.Measure();
    }

    /// <summary>One short trial of the multiply-add rate of the first device, at the run's thread count.</summary>
    /// <returns>10^9 operations per second; null where it would take too long, or nobody can.</returns>
    public double? Sample() => probes.LastOrDefault(probe => probe.Best.Device == probes[0].Best.Device)?.Sample();

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
