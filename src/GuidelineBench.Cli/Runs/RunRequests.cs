using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Cli.Runs;

/// <summary>What the measuring part is asked for.</summary>
internal static class RunRequests
{
    /// <param name="stored">What was measured before an interruption; null for a new run.</param>
    /// <param name="plans">Plans to repeat; null: layouts and tiles are chosen for this run.</param>
    public static RunRequest Of(RunSettings settings, RunFolder folder, ResultFile? stored, StoredPlans? plans) => new()
    {
        Tables = [.. settings.Cells.Experiments.Select(experiment => experiment.Id)],
        Networks = settings.Cells.Networks.Subjects,
        Rows = settings.Cells.Rows ?? [],
        Setting = settings.Cells.Setting,
        Scales = settings.Cells.Scales,
        Backends = settings.Placement.Backends,
        Processor = BackendCatalogue.Processor,
        Threads = settings.Placement.Threads,
        Cores = settings.Cores,
        Batches = settings.Batches,
        Orders = settings.Placement.Orders,
        Launches = settings.Placement.Launches,
        Maths = settings.Placement.Maths,
        Rounds = settings.Rounds,
        Quick = settings.Quick,
        Cooldown = TimeSpan.FromSeconds(settings.CooldownSeconds ?? 0),
        Sustained = settings.Sustained,
        Blocks = settings.IsDecidedByBlocks ? new BlockTerms(() => settings.SamplingTime - ProgramTime.SinceStart(), file => OpenWords.Of(file).Scales) : null,
        Seed = settings.Seed,
        Command = settings.Command,
        OutputFolder = folder.Path,
        Resume = stored,
        Plans = plans,
        FreeMemoryBytes = settings.Placement.FreeMemoryBytes,
        Verify = PlanVerification.MaxError,
    };
}
