using System.CommandLine;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Reports;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Reporting;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>report</c>: a page from one or more result files.</summary>
internal static class ReportVerb
{
    private const string OutName = "--out";

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Result files, as run writes them.", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> output = ValueOption.Create<string?>(
            OutName, "DIR", "Folder for the report (default beside a single file, else reports/out/compare-<UTC time>).", text => text);
        var verb = new Verb(
            "report", "Builds the report of one run, or a page that compares several.",
            "./run.sh report reports/out/20260101T120000Z-board/results.json",
            "./run.sh report laptop/results.json board/results.json --out comparison") { files, output };
        verb.SetAction(result =>
        {
            string[] paths = result.GetValue(files) ?? [];
            if (paths.Length == 0)
                throw CommandException.Unusable("no result file is given", "report", "one or more result files");
            var stored = paths.Select(path => (Path: path, File: ReportFolder.Read(path))).ToArray();
            string folder = FolderFor(paths, result.GetValue(output));
            IReadOnlyList<string> summary = ReportFolder.Write(folder, [.. stored.Select(file => new NamedResultFile(file.Path, file.File))]);
            if (paths.Length == 1)
                ReportFolder.Keep(folder, paths[0]);
            terminal.Out.WriteLine(Path.Combine(folder, ReportFolder.PageName));
            foreach (string line in summary)
                terminal.Out.WriteLine(line);
            return ExitCode.Done;
        });
        return verb;
    }

    private static string FolderFor(string[] paths, string? given)
    {
        if (given is not null)
        {
            string folder = RunFolder.FullPath(given, OutName);
            ReportFolder.RefuseForeign(folder, paths.Length == 1 ? paths[0] : null, OutName);
            return folder;
        }

        return paths.Length == 1
            ? Path.GetDirectoryName(Path.GetFullPath(paths[0]))!
            : OutputPaths.ForComparison(DateTimeOffset.UtcNow);
    }
}
