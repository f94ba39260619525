using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>What BenchmarkDotNet shows on its own command line: the usual, allocations, and the rates that matter here.</summary>
internal static class CellConfig
{
    /// <summary>So that a cell's label is not cut.</summary>
    private const int LabelWidth = 60;

    public static IConfig Create() => ManualConfig.CreateEmpty()
        // In this process, since a machine under test may have no SDK; the default job, so that options apply to it.
        .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).AsDefault())
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddColumn(new GflopsColumn(), new PercentOfPeakColumn())
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(LabelWidth))
        // Which build is measured is the program's own business; it is always the optimised one.
        .WithOption(ConfigOptions.DisableOptimizationsValidator, true);
}
