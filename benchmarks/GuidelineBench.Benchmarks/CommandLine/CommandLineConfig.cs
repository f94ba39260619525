using System.Collections.Immutable;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
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

/// <summary>
/// BenchmarkDotNet's columns, that of the affinity only where one was asked for: the default would be read by a mask of
/// 1024 processors, which ends the summary where a kernel is ready for more.
/// </summary>
internal sealed class UsualColumns : IColumnProvider
{
    public IEnumerable<IColumn> GetColumns(Summary summary)
    {
        bool hasAffinity = summary.BenchmarksCases.Any(benchmark => benchmark.Job.HasValue(EnvironmentMode.AffinityCharacteristic));
        return
            from provider in DefaultColumnProviders.Instance
            from column in provider.GetColumns(summary)
            where hasAffinity || column.ColumnName != EnvironmentMode.AffinityCharacteristic.Id
            select column;
    }
}

/// <summary>Cases run and are shown in the order of their list; BenchmarkDotNet sorts numbers in labels as text.</summary>
internal sealed class ListedOrder() : DefaultOrderer(SummaryOrderPolicy.Declared)
{
    public override IEnumerable<BenchmarkCase> GetExecutionOrder(
        ImmutableArray<BenchmarkCase> benchmarksCase, IEnumerable<BenchmarkLogicalGroupRule>? order = null) => benchmarksCase;
}
