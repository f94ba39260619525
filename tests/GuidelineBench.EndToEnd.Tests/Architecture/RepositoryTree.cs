namespace GuidelineBench.EndToEnd.Tests.Architecture;

/// <summary>The files of the repository, without what builds and runs leave in it.</summary>
internal static class RepositoryTree
{
    private static readonly string[] Generated = ["bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts", "reports/out"];
    private static readonly string[] OfTools = [".git", ".vs", ".idea", ".vscode"];

    public static string Root { get; } = FindRoot();

    /// <summary>All files, as paths from the root with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Below("").Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>C# files under a folder that somebody wrote.</summary>
    public static IEnumerable<string> Sources(string folder = "") =>
        Files.Where(file => file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal));

    private static IEnumerable<string> Below(string folder)
    {
        var directory = new DirectoryInfo(Path.Combine(Root, folder));
        foreach (FileInfo file in directory.EnumerateFiles())
            if (!OfTools.Contains(file.Name))
                yield return Join(folder, file.Name);
        foreach (DirectoryInfo child in directory.EnumerateDirectories())
        {
            string path = Join(folder, child.Name);
            if (child.LinkTarget is not null || OfTools.Contains(child.Name) || Generated.Contains(child.Name) || Generated.Contains(path))
                continue;
            foreach (string file in Below(path))
                yield return file;
        }
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "GuidelineBench.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds GuidelineBench.sln.");
    }
}
