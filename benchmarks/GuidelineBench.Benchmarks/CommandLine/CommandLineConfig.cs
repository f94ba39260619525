using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using GuidelineBench.Benchmarks.Jobs;
using Perfolizer.Horology;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>What BenchmarkDotNet does and shows for all benchmarks of its own command line: the usual, and allocations.</summary>
internal static class CommandLineConfig
{
    /// <summary>So that a label is not cut.</summary>
    private const int LabelWidth = 60;

    private const double IterationMilliseconds = 100;

    /// <summary>BenchmarkDotNet's own limit for a case in its process.</summary>
    private static readonly TimeSpan CaseTimeout = TimeSpan.FromMinutes(5);

    /// <param name="args">BenchmarkDotNet's options.</param>
    public static IConfig Create(string[] args) => ManualConfig.CreateEmpty()
        // The default job, so that options apply to it.
        .AddJob(BaseJob(args)
            // In this process, since a machine under test may have no SDK.
            .WithToolchain(new CaseToolchain(CaseTimeout, logOutput: true))
            // Ten passes of the slowest cell and thousands of a kernel; half a second would make the grid of kernels take hours.
            .WithIterationTime(TimeInterval.FromMilliseconds(IterationMilliseconds))
            .AsDefault())
        .AddColumnProvider(new UsualColumns())
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .WithOrderer(new ListedOrder())
        .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(LabelWidth))
        // Which build is measured is the program's own business; it is always the optimised one.
        .WithOption(ConfigOptions.DisableOptimizationsValidator, true);

    /// <summary>What <c>--job</c> names. BenchmarkDotNet applies it only where there is no default job.</summary>
    private static Job BaseJob(string[] args) =>
        ConfigParser.Parse(args, NullLogger.Instance).options?.BaseJob?.ToUpperInvariant() switch
        {
            "DRY" => Job.Dry,
            "SHORT" => Job.ShortRun,
            "MEDIUM" => Job.MediumRun,
            "LONG" => Job.LongRun,
            "VERYLONG" => Job.VeryLongRun,
            _ => Job.Default,
        };
}
