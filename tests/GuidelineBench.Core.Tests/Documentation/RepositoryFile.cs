namespace GuidelineBench.Core.Tests.Documentation;

/// <summary>Files of the repository that the tests run in.</summary>
internal static class RepositoryFile
{
    /// <param name="path">From the repository's root.</param>
    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root(), .. path]));

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "GuidelineBench.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds GuidelineBench.sln.");
    }
}
