using System.Collections.Immutable;

namespace GuidelineBench.Fuzzing.Machines;

/// <summary>
/// What machines showed, as the machine tests keep it: a first line with the source, then a line <c>== PATH</c> above each
/// file, or the lines of macOS's sysctl.
/// </summary>
internal static class Captures
{
    private const string FileMark = "\n== ";

    public static IEnumerable<(string Name, ImmutableSortedDictionary<string, string> Files)> SystemFiles =>
        from capture in All
        where capture.Text.Contains(FileMark, StringComparison.Ordinal)
        select (capture.Name, FilesOf(capture.Text));

    public static IEnumerable<string> Sysctl =>
        from capture in All
        where !capture.Text.Contains(FileMark, StringComparison.Ordinal)
        select capture.Text[(capture.Text.IndexOf('\n', StringComparison.Ordinal) + 1)..];

    private static IEnumerable<(string Name, string Text)> All =>
        from path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Captures"), "*.txt").Order(StringComparer.Ordinal)
        select (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path).ReplaceLineEndings("\n"));

    /// <summary>A file that is there twice is the later one.</summary>
    private static ImmutableSortedDictionary<string, string> FilesOf(string text)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string file in text.Split(FileMark).Skip(1))
        {
            int end = file.IndexOf('\n', StringComparison.Ordinal);
            files[file[..end]] = file[(end + 1)..];
        }

        return files.ToImmutable();
    }
}
