using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using Perfolizer.Mathematics.OutlierDetection;

namespace GuidelineBench.Benchmarks.Jobs;

/// <summary>How BenchmarkDotNet measures a cell in one round; each setting with the noise that it removes.</summary>
internal static class RoundJob
{
    private static readonly CaseToolchain Toolchain = new(timeout: TimeSpan.FromHours(1), logOutput: false);

    public static Job Create(int passesPerIteration, int iterations) => new Job()
        // A child process per case would compile the plan anew, at other addresses, and needs an SDK.
        .WithToolchain(Toolchain)
        // No search for an invocation count: it would differ from round to round, and it lengthens a case.
        .WithStrategy(RunStrategy.Monitoring)
        // A sample long enough that the clock's resolution and one short interruption vanish in it.
        .WithInvocationCount(passesPerIteration)
        // The loop around the call costs nanoseconds, a forward pass a million times that: nothing to unroll.
        .WithUnrollFactor(1)
        // One untimed sample brings the cell's weights and maps back into the caches that the cell before it filled.
        .WithWarmupCount(1)
        // A fixed number: stopping when it looks stable would favour lucky rounds.
        .WithIterationCount(iterations)
        // One process, so one launch.
        .WithLaunchCount(1)
        // The overhead is below the resolution; subtracting a noisy estimate of it would add noise.
        .WithEvaluateOverhead(false)
        // A forward pass allocates nothing, and a forced collection would empty the caches before every sample.
        .WithGcForce(false)
        // Every sample counts: what is an outlier is judged where the rounds are compared.
        .WithOutlierMode(OutlierMode.DontRemove)
        // The machine is measured as its owner set it up.
        .WithPowerPlan(PowerPlan.UserPowerPlan);
}

/// <summary>BenchmarkDotNet without output: no loggers, columns, exporters or log file; the samples leave through an event processor.</summary>
internal static class RoundConfig
{
    /// <param name="scratchFolder">BenchmarkDotNet creates its artifacts folder even when nothing is written to it.</param>
    public static ImmutableConfig Create(EventProcessor events, string scratchFolder) => ImmutableConfigBuilder.Create(
        ManualConfig.CreateEmpty()
            .AddEventProcessor(events)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(scratchFolder)
            .WithOption(ConfigOptions.DisableLogFile, true)
            // Sums up nothing and stops nothing; a case that fails is reported as a skipped cell.
            .WithOption(ConfigOptions.StopOnFirstError, false)
            // The program decides how it is built; its tests run unoptimised.
            .WithOption(ConfigOptions.DisableOptimizationsValidator, true));
}
