using System.Collections.Immutable;
using System.Diagnostics;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Ceilings;

/// <summary>
/// Measures the limits of the machine at one thread count. A ceiling is what the machine can do, so the best of many
/// short trials counts: interruptions and other load only make a trial slower.
/// </summary>
public sealed class CeilingProbe : IDisposable
{
    private const double TrialSeconds = 4e-3, RefreshTrialSeconds = 8e-3;

    /// <summary>A trial in the middle of a round may not take longer: the cells are what its time is for.</summary>
    private const double MostSampleSeconds = 5 * TrialSeconds;

    private const int Trials = 8, QuickTrials = 4, RefreshTrials = 3;

    private readonly IDevice device;
    private readonly ICeilingWork work;
    private readonly ImmutableArray<WorkingSet> sets;
    private readonly int trials;

    private double multiplyAddsPerSecond;
    private int? sampleRepetitions;
    private bool samplesAreLong;
    private ImmutableSortedDictionary<string, double> bytesPerSecond = ImmutableSortedDictionary<string, double>.Empty;
    private double? launchNs;

    /// <param name="cores">The calling thread is the first of the work's threads and has to be placed by the caller.</param>
    /// <param name="cacheBytes">By level (<c>L1d</c>, <c>L2</c>, <c>L3</c>) as one core sees them.</param>
    /// <param name="availableBytes">Memory that may be used.</param>
    public CeilingProbe(
        IDevice device, int threads, CoreSet cores, IReadOnlyDictionary<string, long> cacheBytes, long availableBytes, bool quick)
    {
        this.device = device;
        work = device.CreateCeilingWork(threads, cores);
        sets = device.Description is { } description
            ? SetsOf(description, device.FreeMemoryBytes() ?? availableBytes)
            : WorkingSets.For(cacheBytes, threads, availableBytes);
        trials = quick ? QuickTrials : Trials;
    }

    /// <summary>The best so far.</summary>
    public Ceiling Best => new(
        device.Name,
        work.Threads,
        FmaGflops: 2 * multiplyAddsPerSecond / 1e9,
        bytesPerSecond.ToImmutableSortedDictionary(level => level.Key, level => level.Value / 1e9, StringComparer.Ordinal),
        launchNs,
        device.Description?.Name);

    /// <summary>Measures everything; well below a second for each thread count on most machines.</summary>
    public void Measure()
    {
        KeepMultiplyAdds(trials, TrialSeconds);
        foreach (WorkingSet set in sets)
        {
            double copy = BestRate(repetitions => work.Copy(set.BytesPerThread, repetitions), trials, TrialSeconds);
            double triad = BestRate(repetitions => work.Triad(set.BytesPerThread, repetitions), trials, TrialSeconds);
            bytesPerSecond = bytesPerSecond.SetItem(set.Level, Math.Max(copy, triad));
        }

        launchNs = 1e9 / BestRate(work.EmptyLaunches, trials, TrialSeconds);
    }

    /// <summary>One trial of the multiply-add rate, short enough for the middle of a round.</summary>
    /// <returns>10^9 operations per second; null where even the least work takes too long, as on a processor that plays a GPU.</returns>
    public double? Sample()
    {
        if (samplesAreLong)
            return null;
        int repetitions = sampleRepetitions ??= Repetitions(work.MultiplyAdds, TrialSeconds);
        double perSecond = Rate(work.MultiplyAdds, repetitions, out double seconds);
        samplesAreLong = repetitions == 1 && seconds > MostSampleSeconds;
        multiplyAddsPerSecond = Math.Max(multiplyAddsPerSecond, perSecond);
        return 2 * perSecond / 1e9;
    }

    /// <summary>Tries the multiply-add rate again, so that it is of the same stretch of time as the cells.</summary>
    public void Refresh() => KeepMultiplyAdds(RefreshTrials, RefreshTrialSeconds);

    public void Dispose() => work.Dispose();

    /// <summary>The memory of a processor that plays a GPU is no limit of anything, and streaming through it would take long.</summary>
    private static ImmutableArray<WorkingSet> SetsOf(DeviceDescription device, long freeBytes) =>
        device.Kind == DeviceKind.Cpu ? [] : WorkingSets.ForDevice(device.L2Bytes, freeBytes);

    private void KeepMultiplyAdds(int count, double seconds) =>
        multiplyAddsPerSecond = Math.Max(multiplyAddsPerSecond, BestRate(work.MultiplyAdds, count, seconds));

    /// <param name="run">Does that many repetitions and returns the work done.</param>
    /// <returns>Work per second.</returns>
    private static double BestRate(Func<int, long> run, int trials, double trialSeconds)
    {
        int repetitions = Repetitions(run, trialSeconds);
        double best = 0;
        for (int trial = 0; trial < trials; trial++)
            best = Math.Max(best, Rate(run, repetitions, out _));
        return best;
    }

    /// <returns>Work per second.</returns>
    private static double Rate(Func<int, long> run, int repetitions, out double seconds)
    {
        long start = Stopwatch.GetTimestamp();
        long done = run(repetitions);
        seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return done / seconds;
    }

    /// <summary>Doubles until a trial is long enough; the first runs also touch the memory and compile the code.</summary>
    private static int Repetitions(Func<int, long> run, double trialSeconds)
    {
        run(1);
        int repetitions = 1;
        while (true)
        {
            long start = Stopwatch.GetTimestamp();
            run(repetitions);
            if (Stopwatch.GetElapsedTime(start).TotalSeconds >= trialSeconds || repetitions > int.MaxValue / 2)
                return repetitions;
            repetitions *= 2;
        }
    }
}
