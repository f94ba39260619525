using System.CommandLine;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Runs;
using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>run</c>: measures, then writes the report.</summary>
internal static class RunVerb
{
    public const string Name = "run";

    public static Command Create(Terminal terminal)
    {
        var options = new RunOptions();
        Option<string?> output = ValueOption.Create<string?>(
            "--out", "DIR", "Folder for results and report, new or empty (default reports/out/<UTC time>-<host>).", text => text);
        Option<string?> resume = ValueOption.Create<string?>(
            "--resume", "DIR", "Measure the missing rounds of an interrupted run; its options are used again.", text => text);
        Option<string?> plan = PlanOption.Create();
        var noReport = new Option<bool>("--no-report") { Description = "Write results.json alone.", Arity = ArgumentArity.Zero };
        var verb = new Verb(
            Name, "Measures Tables 1-4 on this machine, and networks that are asked for, and writes results.json, results.csv, summary.md, index.html and charts.",
            "./run.sh run --quick",
            "./run.sh run --tables 1,2 --scale x1 --threads 2 --cores 0,1",
            "./run.sh run --tables none --networks table8",
            "./run.sh run --resume reports/out/20260101T120000Z-board");
        foreach (SpecificationOption option in options.All)
            verb.Add(option.Option);
        verb.Add(output);
        verb.Add(resume);
        verb.Add(plan);
        verb.Add(noReport);
        verb.SetAction(result =>
        {
            if (result.GetValue(resume) is not { } resumed)
            {
                RunSpecification run = options.ReadWithEngines(result);
                StoredPlans? plans = result.GetValue(plan) is { } file ? new StoredPlans(Reports.ReportFolder.Read(file), file) : null;
                using RunFolder folder = RunFolder.Start(result.GetValue(output) ?? OutputPaths.ForRun(DateTimeOffset.UtcNow));
                return new Run(run, folder, stored: null, plans).Execute(terminal, withReport: !result.GetValue(noReport));
            }
            else
            {
                if (result.GetValue(output) is not null)
                    throw CommandException.Unusable("cannot go together", "--out and --resume", "one of them; a resumed run stays in its folder");
                if (result.GetValue(plan) is not null)
                    throw CommandException.Unusable("cannot go together", $"{PlanOption.Name} and --resume", "one of them; a resumed run keeps its plans");
                using RunFolder folder = RunFolder.Resume(resumed);
                var stored = Reports.ReportFolder.Read(folder.ResultsPath);
                RunSpecification run = StoredRun.Resumed(stored, options, result);
                return new Run(run, folder, stored, plans: null).Execute(terminal, withReport: !result.GetValue(noReport));
            }
        });
        return verb;
    }
}
