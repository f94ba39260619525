namespace GuidelineBench.Fuzzing.Guided;

/// <summary>What has to be in PATH for inputs that are guided by the branches they take.</summary>
internal static class GuidedTools
{
    public const string Fuzzer = "afl-fuzz", Instrumenter = "sharpfuzz";

    /// <returns>Why there can be no session, or null.</returns>
    public static string? Missing() =>
        OperatingSystem.IsWindows() ? "afl-fuzz is not there for Windows"
        : !IsInPath(Fuzzer) ? $"{Fuzzer} is not in PATH (it comes with the package afl++)"
        : !IsInPath(Instrumenter) ? $"{Instrumenter} is not in PATH (dotnet tool install --global SharpFuzz.CommandLine --version 2.3.0)"
        : null;

    private static bool IsInPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
