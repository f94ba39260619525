namespace GuidelineBench.EndToEnd.Tests.Launch;

/// <summary>Where commands of this machine lie.</summary>
internal static class Commands
{
    /// <summary>The host of .NET in PATH.</summary>
    public static string Dotnet => InPath("dotnet") ?? throw new FileNotFoundException("dotnet is not in PATH.");

    /// <summary>PowerShell in PATH or among the .NET tools of the user; the test is skipped where there is none.</summary>
    public static string PowerShell()
    {
        string tool = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "tools", "pwsh");
        string? found = InPath("pwsh") ?? new[] { tool, tool + ".exe" }.FirstOrDefault(File.Exists);
        if (found is null)
            Assert.Skip("PowerShell is not here: no pwsh in PATH or in ~/.dotnet/tools.");
        return found;
    }

    private static string? InPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(folder => folder.Length > 0)
        .SelectMany(folder => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".exe")])
        .FirstOrDefault(File.Exists);
}
