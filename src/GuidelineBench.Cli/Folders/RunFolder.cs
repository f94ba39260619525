using System.Text;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Cli.Folders;

/// <summary>The folder of one run, held by this process alone until disposed.</summary>
internal sealed class RunFolder : IDisposable
{
    public const string ResultsName = "results.json";

    private const string LockName = "run.lock";

    private readonly LockFile held;
    private readonly bool isNew;

    private RunFolder(string path, LockFile held, bool isNew)
    {
        Path = path;
        this.held = held;
        this.isNew = isNew;
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    public string ResultsPath => System.IO.Path.Combine(Path, ResultsName);

    /// <summary>Takes a folder for a new run.</summary>
    /// <exception cref="CommandException">It holds something, is in use, or cannot be written.</exception>
    public static RunFolder Start(string path)
    {
        path = FullPath(path, "--out");
        RunFolder folder = Hold(path, "--out");
        try
        {
            WholeFile.RemoveLeftovers(folder.ResultsPath);
            if (File.Exists(folder.ResultsPath))
                throw CommandException.Unusable($"there are results in {path} already", "--out", $"a new or empty folder, or --resume {path}");
            ScratchFolder.RemoveLeftover(path);
            if (Directory.EnumerateFileSystemEntries(path).Any(entry => System.IO.Path.GetFileName(entry) != LockName))
                throw CommandException.Unusable($"{path} is not empty", "--out", "a new or empty folder");
            // Locking says nothing about space; a run that cannot be kept is not worth measuring.
            folder.held.Write("{}"u8);
            return folder;
        }
        catch (Exception error) when (IsRefusedBySystem(error))
        {
            folder.Dispose();
            throw Unwritable(path, "--out", error);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Takes the folder of an interrupted run.</summary>
    /// <exception cref="CommandException">It holds no results, is in use, or cannot be written.</exception>
    public static RunFolder Resume(string path)
    {
        path = FullPath(path, "--resume");
        // A pipe of that name would be waited for, and replaced.
        if (FileStatus.Of(System.IO.Path.Combine(path, ResultsName)) is not { Kind: FileKind.Regular })
            throw CommandException.Unusable($"no {ResultsName} in {path}", "--resume", "the folder of an interrupted run");
        RunFolder folder = Hold(path, "--resume");
        try
        {
            WholeFile.RemoveLeftovers(folder.ResultsPath);
            ScratchFolder.RemoveLeftover(path);
            // Locking says nothing about space; a round that cannot be kept is not worth measuring.
            folder.held.Write("{}"u8);
            OutputFile.RefuseUnwritable(folder.ResultsPath);
            return folder;
        }
        catch (Exception error) when (IsRefusedBySystem(error))
        {
            folder.Dispose();
            throw Unwritable(path, "--resume", error);
        }
    }

    /// <param name="relativePath">With forward slashes.</param>
    /// <exception cref="CommandException">The folder is full or cannot be written.</exception>
    public void Write(string relativePath, string content) => Write(Path, relativePath, content);

    /// <inheritdoc cref="Write(string,string)"/>
    public static void Write(string folder, string relativePath, string content) => Write(folder, relativePath, Encoding.UTF8.GetBytes(content));

    /// <inheritdoc cref="Write(string,string)"/>
    public static void Write(string folder, string relativePath, byte[] content)
    {
        string path = System.IO.Path.Combine(folder, relativePath);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            OutputFile.Write(path, content);
        }
        catch (Exception error) when (IsRefusedBySystem(error))
        {
            throw Unwritable(path, "output", error);
        }
    }

    public static CommandException Unwritable(string path, string where, Exception error) =>
        CommandException.Unusable($"{path} cannot be written ({error.Message.ReplaceLineEndings(" ")})", where, "a folder that can be written, with space left");

    /// <summary>Whether the file system refused something: rights, space, a file in the way, a path that cannot be.</summary>
    public static bool IsRefusedBySystem(Exception error) =>
        error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    public void Dispose()
    {
        held.Dispose();
        if (isNew && !Directory.EnumerateFileSystemEntries(Path).Any())
            Directory.Delete(Path);
    }

    private static RunFolder Hold(string path, string option)
    {
        if (File.Exists(path))
            throw CommandException.Unusable($"{path} is a file", option, "a folder");
        bool isNew = !Directory.Exists(path);
        LockFile? held;
        try
        {
            Directory.CreateDirectory(path);
            held = LockFile.Take(System.IO.Path.Combine(path, LockName));
        }
        catch (Exception error) when (IsRefusedBySystem(error))
        {
            throw Unwritable(path, option, error);
        }

        return held is null
            ? throw CommandException.Unusable($"another run is writing to {path}", option, "a folder that no run is using")
            : new RunFolder(path, held, isNew);
    }

    /// <exception cref="CommandException">No path at all, or one whose bytes were no text.</exception>
    public static string FullPath(string path, string option)
    {
        // What stands for bytes that are not UTF-8 would name another file than the user did.
        if (path.Contains('\uFFFD', StringComparison.Ordinal))
            throw CommandException.Unusable($"unusable path '{path}'", option, "a path in UTF-8");
        WorkingFolder.RefuseRelative(path, option);
        try
        {
            return System.IO.Path.GetFullPath(path);
        }
        catch (ArgumentException)
        {
            throw CommandException.Unusable($"unusable path '{path}'", option, "a path that the system takes");
        }
    }
}
