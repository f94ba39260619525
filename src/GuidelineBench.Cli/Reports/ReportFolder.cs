using System.Collections.Immutable;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting;

namespace GuidelineBench.Cli.Reports;

/// <summary>Result files in, a folder with their report out.</summary>
internal static class ReportFolder
{
    public const string PageName = "index.html", SummaryName = "summary.md";

    private static readonly string[] OwnNames = [PageName, SummaryName, "results.csv", "charts", RunFolder.ResultsName];

    /// <summary>Larger than any run that this tool can make by a factor of a hundred; such a file is something else.</summary>
    private const long MostBytes = 256L << 20;

    /// <exception cref="CommandException">The file is missing, too large, damaged, of a newer version, or no file at all.</exception>
    public static ResultFile Read(string path)
    {
        if (Directory.Exists(path))
            throw CommandException.Unusable("is a folder", path, $"a result file, e.g. {Path.Combine(path, RunFolder.ResultsName)}");
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                throw CommandException.Unusable("no such file", path, "an existing result file");
            if (file.Length > MostBytes)
                throw CommandException.Unusable("too large for a result file", path, $"up to {NumberText.Write(MostBytes)} bytes");
            return ResultFileJson.Parse(File.ReadAllBytes(path), path);
        }
        catch (ResultFileException error)
        {
            throw new CommandException(ExitCode.Unusable, error.Message, error);
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw CommandException.Unusable($"cannot be read ({error.Message})", path, "a readable result file");
        }
    }

    /// <summary>Builds everything first, so that a report that cannot be made leaves nothing behind.</summary>
    /// <returns>The summary's first lines, one for each guideline.</returns>
    /// <exception cref="CommandException">No report can be made of the files, or the folder cannot be written.</exception>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<NamedResultFile> files)
    {
        ImmutableArray<ReportDocument> documents = Build(files);
        foreach (ReportDocument document in documents)
            RunFolder.Write(folder, document.RelativePath, document.Content);
        string summary = documents.Single(document => document.RelativePath == SummaryName).Content;
        return [.. summary.Split('\n').TakeWhile(line => line.Length > 0)];
    }

    /// <summary>A report goes into a new or empty folder, or takes the place of an earlier report.</summary>
    /// <exception cref="CommandException">The folder holds something that no report made.</exception>
    public static void RefuseForeign(string folder, string option)
    {
        if (File.Exists(folder))
            throw CommandException.Unusable($"{folder} is a file", option, "a folder");
        if (!Directory.Exists(folder))
            return;
        try
        {
            string? foreign = Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).FirstOrDefault(name => !OwnNames.Contains(name));
            if (foreign is not null)
                throw CommandException.Unusable($"{folder} holds {foreign}, which is no part of a report", option, "a new or empty folder, or one with an earlier report");
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw RunFolder.Unwritable(folder, option, error);
        }
    }

    private static ImmutableArray<ReportDocument> Build(IReadOnlyList<NamedResultFile> files)
    {
        try
        {
            return Report.Build(files);
        }
        catch (ReportException error)
        {
            throw new CommandException(ExitCode.Unusable, error.Message, error);
        }
    }
}
