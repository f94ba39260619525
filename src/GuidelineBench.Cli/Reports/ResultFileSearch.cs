using System.IO.Enumeration;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Cli.Reports;

/// <summary>Files in a folder that can be result files, by name.</summary>
internal static class ResultFileSearch
{
    /// <summary>Far beyond any collection of runs; such a folder is something else, e.g. a whole disk.</summary>
    private const int MostFiles = 10_000;

    private const string Extension = ".json";

    /// <summary>
    /// All <c>*.json</c> in the folder and below, in the order of their paths. Hidden folders are passed over, and links to
    /// folders, which may lead in circles; so is a folder that may not be read.
    /// </summary>
    /// <exception cref="CommandException">The folder itself cannot be read, or holds too many files.</exception>
    public static IReadOnlyList<string> In(string folder)
    {
        try
        {
            string[] found =
            [
                .. new FileSystemEnumerable<string>(
                    folder,
                    (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(),
                    new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = true })
                {
                    ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                        !entry.IsDirectory && entry.FileName.EndsWith(Extension, StringComparison.OrdinalIgnoreCase),
                    ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                        !entry.FileName.StartsWith('.') && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
                }.Where(IsFile).Take(MostFiles + 1),
            ];
            if (found.Length > MostFiles)
                throw CommandException.Unusable($"more than {NumberText.Write(MostFiles)} files named *{Extension}", folder, "a folder of result files");
            Array.Sort(found, StringComparer.Ordinal);
            return found;
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw CommandException.Unusable($"cannot be read ({error.Message.ReplaceLineEndings(" ")})", folder, "a readable folder");
        }
    }

    /// <summary>A pipe that nobody writes to would be waited for; a link to nothing is read, to be told.</summary>
    private static bool IsFile(string path) => FileStatus.Of(path) is null or { Kind: FileKind.Regular };
}

/// <summary>The result file of a report's only run.</summary>
/// <param name="Name">Of the file beside the page.</param>
/// <param name="Folder">Full path of the folder that it lies in; null when it came through a pipe.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SingleRun(string Name, string? Folder, byte[] Content);
