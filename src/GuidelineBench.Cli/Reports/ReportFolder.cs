using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Files;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting;

namespace GuidelineBench.Cli.Reports;

/// <summary>Result files in, a folder with their report out.</summary>
internal static partial class ReportFolder
{
    public const string PageName = "index.html", SummaryName = "summary.md";

    private static readonly string[] OwnNames = [PageName, SummaryName, "results.csv", "history.csv", "charts"];

    /// <summary>Larger by far than any run of this tool; such a file is something else, and would take its size in memory many times.</summary>
    private const long MostBytes = 64L << 20;

    private const int DrawnTogether = 32;

    /// <exception cref="CommandException">The file is missing, too large, damaged, of a newer version, or no file at all.</exception>
    public static ResultFile Read(string path) => ReadWithContent(path).File;

    /// <returns>The file, and its bytes: a pipe can be read once.</returns>
    /// <exception cref="CommandException">The file is missing, too large, damaged, of a newer version, or no file at all.</exception>
    public static (ResultFile File, byte[] Content) ReadWithContent(string path)
    {
        RunFolder.FullPath(path, "result file");
        if (Directory.Exists(path))
            throw CommandException.Unusable("is a folder", path, $"a result file, e.g. {Path.Combine(path, RunFolder.ResultsName)}");
        try
        {
            if (!File.Exists(path))
                throw CommandException.Unusable("no such file", path, "an existing result file");
            byte[] content = InputFile.ReadAll(path, MostBytes)
                ?? throw CommandException.Unusable("too large for a result file", path, $"up to {NumberText.Write(MostBytes)} bytes");
            if (content.Length == 0)
                throw CommandException.Unusable("holds nothing: not a result file", path, "a result file; a pipe can be read once");
            return (ResultFileJson.Parse(content, path), content);
        }
        catch (ResultFileException error)
        {
            throw new CommandException(ExitCode.Unusable, error.Message, error);
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw CommandException.Unusable($"cannot be read ({error.Message.ReplaceLineEndings(" ")})", path, "a readable result file");
        }
    }

    /// <summary>Builds everything first, so that a report that cannot be made leaves nothing behind.</summary>
    /// <returns>The summary's first lines, one for each guideline.</returns>
    /// <exception cref="CommandException">No report can be made of the files, or the folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Asked to stop; what is written so far is whole, file by file.</exception>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<NamedResultFile> files, CancellationToken cancellation) =>
        Write(folder, () => Report.Build(files), cancellation);

    /// <inheritdoc cref="Write(string, IReadOnlyList{NamedResultFile}, CancellationToken)"/>
    public static IReadOnlyList<string> Write(string folder, RunCollection runs) => Write(folder, () => Report.Build(runs), CancellationToken.None);

    private static IReadOnlyList<string> Write(string folder, Func<ImmutableArray<ReportDocument>> build, CancellationToken cancellation)
    {
        ImmutableArray<ReportDocument> documents = Build(build);
        RemoveHistories(folder, documents);
        // A few at a time: pictures are drawn by all cores, and those of many machines would take much memory together.
        foreach (ReportDocument[] some in documents.Chunk(DrawnTogether))
        {
            foreach ((ReportDocument document, byte[] bytes) in some.AsParallel().AsOrdered().WithCancellation(cancellation).Select(document => (document, document.Bytes())).ToArray())
            {
                cancellation.ThrowIfCancellationRequested();
                RunFolder.Write(folder, document.RelativePath, bytes);
            }
        }

        string summary = documents.Single(document => document.RelativePath == SummaryName).Content;
        // Two blanks at its end make a line break in Markdown.
        return [.. summary.Split('\n').TakeWhile(line => line.Length > 0).Select(line => line.TrimEnd())];
    }

    /// <summary>Pages that an earlier report of other files left would be linked from nowhere.</summary>
    private static void RemoveHistories(string folder, ImmutableArray<ReportDocument> documents)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (string path in Directory.EnumerateFiles(folder).Where(path => HistoryPageName().IsMatch(Path.GetFileName(path))))
            if (documents.All(document => document.RelativePath != Path.GetFileName(path)))
                File.Delete(path);
    }

    /// <summary>Puts a result file beside its page, which links to it.</summary>
    /// <exception cref="CommandException">The folder cannot be written.</exception>
    public static void Keep(string folder, SingleRun run)
    {
        if (run.Folder != folder)
            RunFolder.Write(folder, run.Name, run.Content);
    }

    /// <summary>A report goes into a new or empty folder, or takes the place of an earlier report of the same data.</summary>
    /// <param name="kept">The result file that is to be put there; null when none is.</param>
    /// <exception cref="CommandException">The folder holds something else.</exception>
    public static void RefuseForeign(string folder, SingleRun? kept, string option)
    {
        if (File.Exists(folder))
            throw CommandException.Unusable($"{folder} is a file", option, "a folder");
        if (!Directory.Exists(folder))
            return;
        try
        {
            string? foreign = Directory.EnumerateFileSystemEntries(folder).FirstOrDefault(entry => !IsOwn(entry, kept));
            if (foreign is not null)
                throw CommandException.Unusable(
                    $"{foreign} is no part of this report", option, "a new or empty folder, or one with an earlier report of the same data");
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw RunFolder.Unwritable(folder, option, error);
        }
    }

    private static bool IsOwn(string entry, SingleRun? kept)
    {
        string name = Path.GetFileName(entry);
        return OwnNames.Contains(name)
            || HistoryPageName().IsMatch(name)
            || (kept is not null && name == kept.Name && FileStatus.Of(entry) is { Kind: FileKind.Regular }
                && InputFile.ReadAll(entry, MostBytes).AsSpan().SequenceEqual(kept.Content));
    }

    [GeneratedRegex(@"^history-[0-9]+\.html$")]
    private static partial Regex HistoryPageName();

    private static ImmutableArray<ReportDocument> Build(Func<ImmutableArray<ReportDocument>> build)
    {
        try
        {
            return build();
        }
        catch (ReportException error)
        {
            throw new CommandException(ExitCode.Unusable, error.Message, error);
        }
    }
}
