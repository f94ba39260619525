namespace GuidelineBench.Cli.Folders;

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
