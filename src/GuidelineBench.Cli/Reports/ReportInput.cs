using System.Globalization;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Files;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting;

namespace GuidelineBench.Cli.Reports;

/// <summary>
/// Reads the files of a report, some at once, and keeps of each only what the report needs. A file that is named must be
/// usable; what else lies in a folder is skipped and named.
/// </summary>
internal sealed class ReportInput(Terminal terminal)
{
    private const int MostNamed = 5;

    /// <summary>Enough to keep all cores busy, few enough that hundreds of files need little memory.</summary>
    private static readonly int FilesAtOnce = 2 * Environment.ProcessorCount;

    private readonly HashSet<string> read = [];

    private readonly List<string> foreign = [], damaged = [];

    private int repeatedPaths;

    public RunCollection Runs { get; } = new();

    /// <summary>The file of the only run; null for several.</summary>
    public SingleRun? Single { get; private set; }

    /// <exception cref="CommandException">A named file is unusable, or there is no run in all folders.</exception>
    public static ReportInput Read(IReadOnlyList<string> paths, Terminal terminal)
    {
        var input = new ReportInput(terminal);
        foreach (Candidate[] some in paths.SelectMany(CandidatesOf).Where(input.IsNew).Chunk(FilesAtOnce))
            foreach (Attempt attempt in some.AsParallel().AsOrdered().Select(TryRead).ToArray())
                input.Add(attempt);
        input.Tell();
        if (input.Runs.Count == 0)
            throw CommandException.Unusable("no result file", string.Join(", ", paths), "a result file, or a folder with one in it or below");
        return input;
    }

    private static IEnumerable<Candidate> CandidatesOf(string path) => Directory.Exists(RunFolder.FullPath(path, "result file"))
        ? ResultFileSearch.In(path).Select(found => new Candidate(found, IsNamed: false))
        : [new Candidate(path, IsNamed: true)];

    private bool IsNew(Candidate candidate)
    {
        if (candidate.Path.Length == 0 || read.Add(Path.GetFullPath(candidate.Path)))
            return true;
        repeatedPaths++;
        return false;
    }

    private static Attempt TryRead(Candidate candidate)
    {
        try
        {
            (ResultFile file, byte[] content) = ReportFolder.ReadWithContent(candidate.Path);
            return new Attempt(candidate, file, content, null);
        }
        catch (CommandException error)
        {
            return new Attempt(candidate, null, [], error);
        }
    }

    private void Add(Attempt attempt)
    {
        (Candidate candidate, ResultFile? file, byte[] content, CommandException? error) = attempt;
        SingleRun run = RunOf(candidate, content);
        int before = Runs.Count;
        try
        {
            // A page names the file that is kept beside it; the number of a pipe says nothing.
            if (file is not null)
                Runs.Add(new NamedResultFile(run.Folder is null && Runs.Count == 0 ? run.Name : candidate.Path, file));
        }
        catch (ReportException refused)
        {
            error = new CommandException(ExitCode.Unusable, refused.Message, refused);
        }

        if (error is not null)
            Refuse(candidate, error);
        else if (Runs.Count > before)
            Single = Runs.Count == 1 ? run : null;
    }

    private static SingleRun RunOf(Candidate candidate, byte[] content) => InputFile.IsStream(candidate.Path)
        ? new SingleRun(RunFolder.ResultsName, Folder: null, content)
        : new SingleRun(Path.GetFileName(candidate.Path), Path.GetDirectoryName(Path.GetFullPath(candidate.Path)), content);

    private void Refuse(Candidate candidate, CommandException error)
    {
        if (candidate.IsNamed)
            throw error;
        if (IsNamedAsResults(candidate.Path) || MentionsSchema(candidate.Path))
            damaged.Add(error.Message);
        else
            foreign.Add(candidate.Path);
    }

    private void Tell()
    {
        if (foreign.Count > 0)
            terminal.Say($"skipped {Counted(foreign.Count, "file that is no result file", "files that are no result files")}: {Named(foreign)}");
        foreach (string message in damaged.Take(MostNamed))
            terminal.Say($"skipped {message}");
        if (damaged.Count > MostNamed)
            terminal.Say($"skipped {Counted(damaged.Count - MostNamed, "more damaged result file", "more damaged result files")}");
        if (Runs.Repeated.Count > 0)
            terminal.Say($"{Counted(Runs.Repeated.Count, "file holds a run", "files hold runs")} that another file holds too, counted once: {Named(Runs.Repeated)}");
        if (repeatedPaths > 0)
            terminal.Say($"{Counted(repeatedPaths, "file was", "files were")} named more than once, counted once");
    }

    private static string Named(IReadOnlyList<string> paths) =>
        string.Join(", ", paths.Take(MostNamed)) + (paths.Count > MostNamed ? $" and {(paths.Count - MostNamed).ToString(CultureInfo.InvariantCulture)} more" : "");

    private static string Counted(int count, string one, string several) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : several)}";

    private static bool IsNamedAsResults(string path) => Path.GetFileName(path) == RunFolder.ResultsName;

    /// <summary>Whether an unusable file was meant as a result file: such a file says its schema at its beginning.</summary>
    private static bool MentionsSchema(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            byte[] start = new byte[256];
            return start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)).IndexOf("\"schemaVersion\""u8) >= 0;
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            return false;
        }
    }

    /// <param name="IsNamed">Whether the user named the file itself, not a folder above it.</param>
    private sealed record Candidate(string Path, bool IsNamed);

    /// <param name="File">Null: unusable, for the reason of <paramref name="Error"/>.</param>
    private sealed record Attempt(Candidate Candidate, ResultFile? File, byte[] Content, CommandException? Error);
}
