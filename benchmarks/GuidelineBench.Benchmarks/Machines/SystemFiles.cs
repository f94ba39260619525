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
