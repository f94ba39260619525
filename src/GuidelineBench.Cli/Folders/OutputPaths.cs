using System.Globalization;

namespace GuidelineBench.Cli.Folders;

/// <summary>Where output goes when nobody says where.</summary>
internal static class OutputPaths
{
    /// <returns><c>reports/out/(UTC time)-(host)</c> below the source tree or the bundle, or below the current folder without either.</returns>
    public static string ForRun(DateTimeOffset now) => Below($"{Time(now)}-{Host()}");

    public static string ForComparison(DateTimeOffset now) => Below($"compare-{Time(now)}");

    private static string Below(string name) =>
        Path.Combine(Repository.Root ?? BundleFolder.Root ?? WorkingFolder.Path("--out"), "reports", "out", name);

    private static string Time(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Without what a file system may not take in a name.</summary>
    private static string Host() =>
        string.Concat(Environment.MachineName.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' ? letter : '-'));
}
