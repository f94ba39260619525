using System.Globalization;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Cli.Exports;

/// <summary>The folder of the files, tried before the first of them.</summary>
internal static class ExportFolder
{
    /// <param name="folder">Full path; need not exist.</param>
    /// <param name="files">Names, and about how many bytes each takes.</param>
    /// <param name="freeBytes">Of a folder that exists; null where the system does not say.</param>
    /// <exception cref="CommandException">It cannot be written, something else bears a file's name, or the files do not fit.</exception>
    public static void RefuseUnusable(string folder, IReadOnlyList<(string Name, long Bytes)> files, Func<string, long?> freeBytes)
    {
        OutputPath.RefuseUnwritableFolder(folder, ExportOptions.OutName);
        long needed = 0;
        foreach ((string name, long bytes) in files.Append((ExportedCell.ListName, 0)))
        {
            string path = Path.Combine(folder, name);
            try
            {
                // What is replaced makes room.
                needed += bytes - (OutputFile.Replaced(path) is { } replaced && new FileInfo(replaced) is { Exists: true } file ? file.Length : 0);
            }
            catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
            {
                throw RunFolder.Unwritable(path, ExportOptions.OutName, error);
            }
        }

        if (freeBytes(folder) is { } free && needed > free)
            throw CommandException.Unusable(
                string.Create(CultureInfo.InvariantCulture, $"there is not enough space: the files take about {Mebibytes(needed)} MiB, free are {free >> 20} MiB"),
                ExportOptions.OutName, "a folder with more, or fewer files");
    }

    /// <param name="folder">Need not exist; its nearest parent that does is asked.</param>
    public static long? FreeBytes(string folder)
    {
        try
        {
            string existing = folder;
            while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
                existing = parent;
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(existing)! : existing).AvailableFreeSpace;
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            // A share without a letter, or a file system that does not count: it is tried.
            return null;
        }
    }

    private static long Mebibytes(long bytes) => (bytes + (1 << 20) - 1) >> 20;
}
