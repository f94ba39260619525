using System.CommandLine;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Reports;
using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>report</c>: pages from one or more result files.</summary>
internal static class ReportVerb
{
    public const string Name = "report";

    private const string OutName = "--out";

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE|FOLDER")
        {
            Description = "Result files, as run writes them, and folders with result files in them or below.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string?> output = ValueOption.Create<string?>(
            OutName, "DIR", "Folder for the report (default beside a single file that is no pipe, else reports/out/compare-<UTC time>).", text => text);
        var verb = new Verb(
            Name, "Builds the report of one run, of one machine's runs over time, or of several machines side by side.",
            "./run.sh report reports/out/20260101T120000Z-board/results.json",
            "./run.sh report laptop/results.json board/results.json --out comparison",
            "./run.sh report nightly --out history") { files, output };
        verb.SetAction(result =>
        {
            string[] paths = result.GetValue(files) ?? [];
            if (paths.Length == 0)
                throw CommandException.Unusable("no result file is given", "report", "one or more result files, or folders with result files");
            string? given = result.GetValue(output);
            if (given is not null)
                OutputPath.RefuseUnwritableFolder(given, OutName);
            var input = ReportInput.Read(paths, terminal);
            string folder = FolderFor(input.Single, given);
            IReadOnlyList<string> summary = ReportFolder.Write(folder, input.Runs);
            if (input.Single is not null)
                ReportFolder.Keep(folder, input.Single);
            terminal.Out.WriteLine(Path.Combine(folder, ReportFolder.PageName));
            foreach (string line in summary)
                terminal.Out.WriteLine(line);
            return ExitCode.Done;
        });
        return verb;
    }

    private static string FolderFor(SingleRun? single, string? given)
    {
        if (given is not null)
        {
            string folder = RunFolder.FullPath(given, OutName);
            ReportFolder.RefuseForeign(folder, single, OutName);
            return folder;
        }

        return single?.Folder ?? OutputPaths.ForComparison(DateTimeOffset.UtcNow);
    }
}
