using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
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
