using GuidelineBench.Core.Files;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>The texts that Linux shows under /proc and /sys. Everything is optional: containers and boards lack parts of it.</summary>
/// <param name="root">Where the tree begins; the tests begin it in a folder of captured files.</param>
internal sealed class SystemFiles(string root)
{
    public static SystemFiles OfThisMachine { get; } = new("/");

    /// <returns>The file's text without the white space around it; null when it is not there or cannot be read.</returns>
    public string? Read(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(root, path)).Trim('\n', ' ', '\t', '\0');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <returns>The file's bytes; null when it is not there or cannot be read.</returns>
    public byte[]? ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(root, path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <returns>Paths, as <see cref="Read"/> takes them, of the folders in a folder by name; empty when there are none.</returns>
    public IReadOnlyList<string> Folders(string path, string pattern)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(Path.Combine(root, path), pattern)
                .Select(folder => Path.Combine(path, Path.GetFileName(folder)))
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

/// <summary>Texts of the system that are stored and shown as they are: names of processors, boards, governors, coolers.</summary>
internal static class SystemText
{
    /// <summary>Longer than the names that systems show; x86 processors have 48 characters for theirs.</summary>
    private const int LongestName = 200;

    /// <returns>The text without the white space around it; null for one that is no name: empty, very long, or not one line of characters that can be shown.</returns>
    public static string? Name(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestName } name && LineText.Of(name) == name ? name : null;
}
