using BenchmarkDotNet.Configs;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Loggers;

namespace GuidelineBench.Benchmarks.Jobs;

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
