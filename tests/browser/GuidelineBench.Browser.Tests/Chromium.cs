namespace GuidelineBench.Browser.Tests;

/// <summary>The browser of this machine.</summary>
internal static class Chromium
{
    /// <summary>Path of one that is not in PATH.</summary>
    public const string Variable = "GUIDELINEBENCH_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe"];

    /// <returns>Null where there is none.</returns>
    public static string? Find() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
