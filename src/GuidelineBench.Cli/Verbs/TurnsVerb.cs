using System.CommandLine;
using GuidelineBench.Benchmarks.Memory;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Turns;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Progress;
using GuidelineBench.Cli.Reports;
using GuidelineBench.Cli.Runs;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>turns</c>: one side of <c>check --paired</c>, told by the other process what to do. Not for people, so no help names it.</summary>
internal static class TurnsVerb
{
    public static Command Create(Terminal terminal)
    {
        var options = new RunOptions();
        Option<string?> output = ValueOption.Create<string?>("--out", "DIR", "Folder for the results, new or empty.", text => text);
        Option<string?> plan = PlanOption.Create();
        var verb = new Verb(TurnProtocol.Verb, "Measures in turn with another build; started by check --paired.", "./run.sh check --paired ../base") { output, plan };
        verb.Hidden = true;
        foreach (SpecificationOption option in options.All)
            verb.Add(option.Option);
        verb.SetAction(result =>
        {
            RunSpecification run = options.Read(result);
            using RunFolder folder = RunFolder.Start(result.GetValue(output) ?? OutputPaths.ForRun(DateTimeOffset.UtcNow));
            StoredPlans? plans = result.GetValue(plan) is { } file ? new StoredPlans(ReportFolder.Read(file), file) : null;
            RunRequest request = RunRequests.Of(run, folder, stored: null, plans);
            using var interruption = new Interruption();
            try
            {
                ResultFile measured = RunProgress.Follow(terminal, observer =>
                    TurnServer.Serve(request, observer, Console.In, terminal.Out, interruption.Token));
                return Run.Judge(measured, terminal);
            }
            catch (OperationCanceledException)
            {
                return ExitCode.Interrupted;
            }
            catch (RunException error)
            {
                throw new CommandException(ExitCode.Unusable, error.Message, error);
            }
            catch (NotEnoughMemoryException error)
            {
                throw new CommandException(ExitCode.Absent, error.Message, error);
            }
        });
        return verb;
    }
}
