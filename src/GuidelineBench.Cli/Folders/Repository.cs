namespace GuidelineBench.Cli.Folders;

/// <summary>The source tree that this program was built from.</summary>
internal static class Repository
{
    private const string Solution = "GuidelineBench.sln";

    /// <returns>Full path of the folder with the solution, or null when the program was moved away from its sources, as in a bundle.</returns>
    public static string? Root { get; } = BundleFolder.Root is null ? Find(AppContext.BaseDirectory) : null;

    private static string? Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        return null;
    }
}

/// <summary>The folder of a bundle that this program was started from.</summary>
internal static class BundleFolder
{
    /// <summary>Lies beside the program in a bundle and nowhere else.</summary>
    public const string MarkName = "bundle.txt";

    /// <returns>Full path of the folder with the launcher, or null when this is no bundle.</returns>
    public static string? Root { get; } = Find(AppContext.BaseDirectory);

    /// <param name="programFolder">Where the program lies.</param>
    internal static string? Find(string programFolder) => File.Exists(Path.Combine(programFolder, MarkName))
        ? Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(programFolder)))
        : null;
}
