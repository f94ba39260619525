using System.Globalization;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Cli.Folders;

/// <summary>Paths of output, tried before the work whose results go there.</summary>
internal static class OutputPath
{
    private const string AllowedFile = "a file in an existing folder that can be written, or a pipe or a device";

    /// <param name="outputs">Paths with their options; null: not asked for.</param>
    /// <exception cref="CommandException">One cannot be written, or two are the same file.</exception>
    public static void RefuseUnwritable(params IEnumerable<(string? Path, string Option)> outputs)
    {
        var files = new Dictionary<string, string>();
        foreach ((string? path, string option) in outputs)
            if (path is not null && Refuse(path, option) is { } file && !files.TryAdd(file, option))
                throw CommandException.Unusable($"both are {file}", $"{files[file]} and {option}", "a file for each");
    }

    /// <summary>Makes nothing: what is to be made is tried in the nearest folder that exists.</summary>
    /// <exception cref="CommandException">It is a file, or cannot be made or written.</exception>
    public static void RefuseUnwritableFolder(string path, string option)
    {
        string full = RunFolder.FullPath(path, option);
        string existing = Path.TrimEndingDirectorySeparator(full);
        while (!Path.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
            existing = parent;
        if (!Directory.Exists(existing))
            throw CommandException.Unusable($"{existing} is a file", option, "a folder");
        try
        {
            OutputFile.RefuseUnwritable(Path.Combine(existing, "guidelinebench"));
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw RunFolder.Unwritable(full, option, error);
        }
    }

    /// <exception cref="CommandException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, string option)
    {
        string full = RunFolder.FullPath(path, option);
        try
        {
            OutputFile.Write(full, content);
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw Unwritable(full, option, error);
        }
    }

    private static string? Refuse(string path, string option)
    {
        string full = RunFolder.FullPath(path, option);
        if (Directory.Exists(full))
            throw CommandException.Unusable($"{path} is a folder", option, "the name of a file");
        if (!Directory.Exists(Path.GetDirectoryName(full)))
            throw CommandException.Unusable($"there is no folder for {path}", option, AllowedFile);
        try
        {
            OutputFile.RefuseUnwritable(full);
            return OutputFile.Replaced(full);
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw Unwritable(full, option, error);
        }
    }

    private static CommandException Unwritable(string path, string option, Exception error) =>
        CommandException.Unusable($"{path} cannot be written ({error.Message.ReplaceLineEndings(" ")})", option, AllowedFile);
}

/// <summary>Where output goes when nobody says where.</summary>
internal static class OutputPaths
{
    /// <returns><c>reports/out/(UTC time)-(host)</c> below the source tree or the bundle, or below the current folder without either.</returns>
    public static string ForRun(DateTimeOffset now) => Below($"{Time(now)}-{Host()}");

    public static string ForComparison(DateTimeOffset now) => Below($"compare-{Time(now)}");

    private static string Below(string name) =>
        Path.Combine(Repository.Root ?? BundleFolder.Root ?? WorkingFolder.Path("--out"), "reports", "out", name);

    private static string Time(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Without what a file system may not take in a name.</summary>
    private static string Host() =>
        string.Concat(Environment.MachineName.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' ? letter : '-'));
}
