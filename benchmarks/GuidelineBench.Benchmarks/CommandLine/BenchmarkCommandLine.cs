using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.ConsoleArguments.ListBenchmarks;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>
/// BenchmarkDotNet's own command line over the cells and over each kernel alone, e.g. <c>--list flat</c>,
/// <c>--filter *table1*</c> or <c>--filter *pointwise*</c>.
/// </summary>
public static class BenchmarkCommandLine
{
    private const int Done = 0, UnusableInput = 3, Failed = 5;

    private static readonly string[] OnlyShow = ["--list", "--help", "--info", "--version"];

    internal static IReadOnlyList<Type> Types { get; } = [typeof(CellBenchmarks), typeof(KernelBenchmarks)];

    /// <summary>Where BenchmarkDotNet will write; null when it is only asked to show something.</summary>
    /// <param name="args">BenchmarkDotNet's own options.</param>
    public static string? ArtifactsFolder(string[] args) => args.Any(OnlyShow.Contains)
        ? null
        : ConfigParser.Parse(args, NullLogger.Instance).options?.ArtifactsDirectory?.FullName ?? "BenchmarkDotNet.Artifacts";

    /// <param name="args">BenchmarkDotNet's own options.</param>
    /// <param name="backend">The kernels that are measured, on their device; can be used.</param>
    /// <param name="processor">What a backend without a device of its own runs on.</param>
    /// <returns>0; 3 when nothing was selected; 5 when BenchmarkDotNet refused or failed a benchmark.</returns>
    public static int Run(string[] args, IBackend backend, IDevice processor)
    {
        MeasuredMachine.Choose(backend, processor);
        IConfig config = CommandLineConfig.Create(args);
        if (BenchmarkListing.Of(args, Types, config) is { } names)
        {
            foreach (string name in names)
                Console.WriteLine(name);
            return Done;
        }

        Summary[] summaries = [.. BenchmarkSwitcher.FromTypes([.. Types]).Run(args, config)];
        if (summaries.Length == 0)
            return args.Any(OnlyShow.Contains) ? Done : UnusableInput;
        return Array.Exists(summaries, HasFailed) ? Failed : Done;
    }

    private static bool HasFailed(Summary summary) =>
        summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success);
}

/// <summary>
/// <c>--list flat</c> with every cell and kernel, as filters see them. BenchmarkDotNet's own list names methods only,
/// of which there is one for all cells and one for all kernels.
/// </summary>
internal static class BenchmarkListing
{
    /// <returns>Names of the cases that the filters select, in order; null when no flat list is asked for.</returns>
    public static IEnumerable<string>? Of(string[] args, IReadOnlyList<Type> types, IConfig config)
    {
        (bool isSuccess, IConfig parsed, CommandLineOptions options) = ConfigParser.Parse(args, NullLogger.Instance, config);
        if (!isSuccess || options.ListBenchmarkCaseMode != ListBenchmarkCaseMode.Flat)
            return null;
        IConfig selected = ManualConfig.Union(config, parsed);
        return types
            .SelectMany(type => BenchmarkConverter.TypeToBenchmarks(type, selected).BenchmarksCases)
            .Select(FullNameProvider.GetBenchmarkName);
    }
}
