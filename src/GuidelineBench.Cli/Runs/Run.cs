using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Benchmarks.Memory;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Progress;
using GuidelineBench.Cli.Reports;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting;

namespace GuidelineBench.Cli.Runs;

/// <summary>One run in its folder: measured, kept, reported.</summary>
/// <param name="stored">What was measured before an interruption; null for a new run.</param>
/// <param name="plans">Plans to repeat; null: layouts and tiles are chosen for this run.</param>
internal sealed class Run(RunSpecification specification, RunFolder folder, ResultFile? stored, StoredPlans? plans)
{
    private string HowToContinue => specification.Sustained is null
        ? $"to continue: {RunOptions.Program} run --resume {(folder.Path.Contains(' ', StringComparison.Ordinal) ? $"'{folder.Path}'" : folder.Path)}"
        : "a sustained run has to be started again";

    /// <returns>Exit code.</returns>
    public int Execute(Terminal terminal, bool withReport)
    {
        using var interruption = new Interruption();
        ResultFile measured;
        IReadOnlyList<string> summary;
        try
        {
            NetworkFile.Say(terminal, specification.Networks);
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
        if (specification.IsDecidedByBlocks)
            terminal.Out.WriteLine(DecidedLine.Of(OpenWords.Of(measured), specification));
        return Judge(measured, terminal);
    }

    private ResultFile Measure(Terminal terminal, CancellationToken cancellation)
    {
        RunRequest request = RunRequests.Of(specification, folder, stored, plans);
        return RunProgress.Follow(terminal, observer => MeasurementRun.Run(request, observer, cancellation));
    }

    /// <summary>Cells without a number are said once more where nobody overlooks them; a wrong kernel fails the run.</summary>
    internal static int Judge(ResultFile measured, Terminal terminal)
    {
        CellResult[] skipped = [.. measured.Cells.Where(cell => cell.Skipped is not null)];
        if (skipped.Length == 0)
            return ExitCode.Done;
        CellResult first = skipped[0];
        string name = CellNaming.Among(measured).Of(first);
        terminal.Say(FormattableString.Invariant(
            $"{skipped.Length} of {measured.Cells.Length} cells have no number, the first: {name}: {first.Skipped}"));
        // What was compiled and still gives no number is wrong; else memory or an operator is absent.
        return skipped.Any(cell => cell.Plan is not null || cell.WeightsChecksum is not null) ? ExitCode.Failed : ExitCode.Absent;
    }
}

/// <summary>The last line of a run: what was decided, what not, and how much longer that would take.</summary>
internal static class DecidedLine
{
    public static string Of(OpenWords words, RunSpecification run)
    {
        GuidelineVerdict[] without = [.. words.Guidelines.Where(verdict => verdict.Verdict == Verdict.CannotTell)];
        string line = FormattableString.Invariant($"Decided: {words.Measured - without.Length} of {words.Measured} {(run.Backends.Length > 1 ? "words" : "guidelines")}");
        if (words.IsDecided)
            return line;
        line += $"{Named("; not decided", without, run)}{Named("; decided, but not at every scale by itself", words.Guidelines.Except(without), run)}";
        if (words.MoreTimes is not { } times)
            return line;
        TimeSpan budget = TimeSpan.FromMinutes(Math.Ceiling(Math.Min(times * run.SamplingTime.TotalMinutes, TimeSpan.FromHours(24).TotalMinutes)));
        return $"{line}; under the same conditions that would take about {DurationText.Of(budget)} ({RunOptions.BudgetName} {DurationOption.Write(budget)})";
    }

    private static string Named(string what, IEnumerable<GuidelineVerdict> verdicts, RunSpecification run)
    {
        string names = string.Join(", ", verdicts.Select(verdict => verdict.Guideline.Id + (run.Backends.Length > 1 ? $" ({verdict.Configuration?.Backend})" : "")));
        return names.Length == 0 ? "" : $"{what}: {names}";
    }
}
