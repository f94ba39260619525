namespace GuidelineBench.Cli.Tests.Documentation;

/// <summary>The repository that the tests run in.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    /// <param name="file">From the root, with forward slashes.</param>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <returns>Paths from the root with forward slashes, in order.</returns>
    public static IEnumerable<string> Below(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "GuidelineBench.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds GuidelineBench.sln.");
    }
}
