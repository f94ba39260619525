using System.CommandLine;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Cli.Options;

/// <summary><c>--threads</c>.</summary>
internal static class ThreadsOption
{
    public const string Name = "--threads";

    /// <summary>A quota may allow fewer processors than the affinity does.</summary>
    private static int UsableCores => Math.Min(CoreAffinity.UsableProcessors().Length, Environment.ProcessorCount);

    public static Option<int?> Create() => ValueOption.Number(
        Name, "N", $"Threads, 1 to {UsableCores} here (default {SpecificationOption.Default.Threads}).", 1, UsableCores, ", the processors of this process");
}
