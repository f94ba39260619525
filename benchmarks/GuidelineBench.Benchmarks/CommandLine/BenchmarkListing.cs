using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.ConsoleArguments.ListBenchmarks;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;

namespace GuidelineBench.Benchmarks.CommandLine;

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
