using BenchmarkDotNet.Running;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>BenchmarkDotNet's own command line over the same cells, e.g. <c>--list flat</c> or <c>--filter *table1*</c>.</summary>
public static class BenchmarkCommandLine
{
    /// <returns>0; 5 when BenchmarkDotNet refused or failed a benchmark.</returns>
    public static int Run(string[] args)
    {
        var summaries = BenchmarkSwitcher.FromTypes([typeof(CellBenchmarks)]).Run(args, CellConfig.Create());
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 5 : 0;
    }
}
