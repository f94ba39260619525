using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Benchmarks.Blocks;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Memory;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Progress;
using GuidelineBench.Cli.Reports;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Verification;
using GuidelineBench.Reporting;

namespace GuidelineBench.Cli.Runs;

/// <summary>One run in its folder: measured, kept, reported.</summary>
/// <param name="stored">What was measured before an interruption; null for a new run.</param>
/// <param name="plans">Plans to repeat; null: layouts and tiles are chosen for this run.</param>
internal sealed class Run(RunSettings settings, RunFolder folder, ResultFile? stored, StoredPlans? plans)
{
    private string HowToContinue => settings.Sustained is null
        ? $"to continue: {RunSettings.Program} run --resume {(folder.Path.Contains(' ', StringComparison.Ordinal) ? $"'{folder.Path}'" : folder.Path)}"
        : "a sustained run has to be started again";

    /// <returns>Exit code.</returns>
    public int Execute(Terminal terminal, bool withReport)
    {
        using var interruption = new Interruption();
        ResultFile measured;
        IReadOnlyList<string> summary;
        try
        {
            measured = stored is { Complete: true } ? stored : Measure(terminal, interruption.Token);
            interruption.Token.ThrowIfCancellationRequested();
            summary = withReport ? ReportFolder.Write(folder.Path, [new NamedResultFile(RunFolder.ResultsName, measured)], interruption.Token) : [];
        }
        catch (OperationCanceledException)
        {
            terminal.Say(File.Exists(folder.ResultsPath)
                ? $"interrupted, finished rounds are kept; {HowToContinue}"
                : "interrupted before anything was measured");
            return ExitCode.Interrupted;
        }
        catch (RunException error) when (error.InnerException is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                ExitCode.Unusable,
                File.Exists(folder.ResultsPath) ? $"{error.Message}; finished rounds are kept; when there is space: {HowToContinue}" : error.Message,
                error);
        }
        catch (RunException error)
        {
            throw new CommandException(ExitCode.Unusable, error.Message, error);
        }
        catch (NotEnoughMemoryException error)
        {
            throw new CommandException(ExitCode.Absent, error.Message, error);
        }

        terminal.Out.WriteLine(withReport ? Path.Combine(folder.Path, ReportFolder.PageName) : folder.ResultsPath);
        foreach (string line in summary)
            terminal.Out.WriteLine(line);
        if (settings.IsDecidedByBlocks)
            terminal.Out.WriteLine(DecidedLine.Of(OpenWords.Of(measured), settings));
        return Judge(measured, terminal);
    }

    private ResultFile Measure(Terminal terminal, CancellationToken cancellation)
    {
        var request = new RunRequest
        {
            Tables = [.. settings.Cells.Experiments.Select(experiment => experiment.Id)],
            Networks = settings.Cells.Networks.Subjects,
            Rows = settings.Cells.Rows ?? [],
            Setting = settings.Cells.Setting,
            Scales = settings.Cells.Scales,
            Backend = settings.Placement.Backend,
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
            Blocks = settings.IsDecidedByBlocks ? new BlockTerms(() => settings.SamplingTime - ProgramTime.SinceStart(), file => OpenWords.Of(file).IsDecided) : null,
            Seed = settings.Seed,
            Command = settings.Command,
            OutputFolder = folder.Path,
            Resume = stored,
            Plans = plans,
            FreeMemoryBytes = settings.Placement.FreeMemoryBytes,
            Verify = PlanVerification.MaxError,
        };
        return RunProgress.Follow(terminal, observer => MeasurementRun.Run(request, observer, cancellation));
    }

    /// <summary>Cells without a number are said once more where nobody overlooks them; a wrong kernel fails the run.</summary>
    internal static int Judge(ResultFile measured, Terminal terminal)
    {
        CellResult[] skipped = [.. measured.Cells.Where(cell => cell.Skipped is not null)];
        if (skipped.Length == 0)
            return ExitCode.Done;
        CellResult first = skipped[0];
        string name = string.Join(' ', new[] { first.Experiment, first.Row, first.Scale, first.Variant, first.Execution, first.Launch }.OfType<string>());
        terminal.Say(FormattableString.Invariant(
            $"{skipped.Length} of {measured.Cells.Length} cells have no number, the first: {name}: {first.Skipped}"));
        // A plan that could be compiled and still gives no number is wrong; without one, memory or an operator is absent.
        return skipped.Any(cell => cell.Plan is not null) ? ExitCode.Failed : ExitCode.Absent;
    }
}
