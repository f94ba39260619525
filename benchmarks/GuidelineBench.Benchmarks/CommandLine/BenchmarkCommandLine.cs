using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>BenchmarkDotNet's own command line over the same cells, e.g. <c>--list flat</c> or <c>--filter *table1*</c>.</summary>
public static class BenchmarkCommandLine
{
    private const int Done = 0, UnusableInput = 3, Failed = 5;

    private static readonly string[] OnlyShow = ["--list", "--help", "--info", "--version"];

    /// <returns>0; 3 when nothing was selected; 5 when BenchmarkDotNet refused or failed a benchmark.</returns>
    public static int Run(string[] args)
    {
        Summary[] summaries = [.. BenchmarkSwitcher.FromTypes([typeof(CellBenchmarks)]).Run(args, CellConfig.Create())];
        if (summaries.Length == 0)
            return args.Any(OnlyShow.Contains) ? Done : UnusableInput;
        return Array.Exists(summaries, HasFailed) ? Failed : Done;
    }

    private static bool HasFailed(Summary summary) =>
        summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success);
}
