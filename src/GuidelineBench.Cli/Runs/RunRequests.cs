using System.Diagnostics;
using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Runs;

/// <summary>What the measuring part is asked for.</summary>
internal static class RunRequests
{
    /// <param name="stored">What was measured before an interruption; null for a new run.</param>
    /// <param name="plans">Plans to repeat; null: layouts and tiles are chosen for this run.</param>
    public static RunRequest Of(RunSpecification run, RunFolder folder, ResultFile? stored, StoredPlans? plans) => new(run, folder.Path)
    {
        Processor = BackendCatalogue.Processor,
        Blocks = run.IsDecidedByBlocks ? new BlockTerms(() => run.SamplingTime - ProgramTime.SinceStart(), file => OpenWords.Of(file).Scales) : null,
        Command = RunOptions.Command(run),
        Resume = stored,
        Plans = plans,
    };
}

/// <summary>How long the program has been running.</summary>
internal static class ProgramTime
{
    public static TimeSpan SinceStart()
    {
        using var process = Process.GetCurrentProcess();
        return DateTime.Now - process.StartTime;
    }
}
