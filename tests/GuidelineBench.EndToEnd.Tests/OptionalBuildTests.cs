using System.Diagnostics;
using GuidelineBench.EndToEnd.Tests.Architecture;

namespace GuidelineBench.EndToEnd.Tests;

/// <summary>What the start script does about packages that can be done without, in a copy of the sources and with no package source but an empty folder.</summary>
public sealed class OptionalBuildTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-");

    public void Dispose() => folder.Delete(recursive: true);

    public static TheoryData<string> Names => OptionalPackage.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void An_unknown_wish_is_refused(string name)
    {
        OptionalPackage package = OptionalPackage.Of(name);
        (int code, string error) = Run(package, "maybe");
        Assert.Equal(3, code);
        Assert.Equal($"guidelinebench: unknown value 'maybe': {package.Variable}; allowed: auto, on, off\n", error);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_must_be_there_and_cannot_be_had_is_absent(string name)
    {
        OptionalPackage package = OptionalPackage.Of(name);
        foreach (string file in RepositoryTree.Files.Where(IsBuilt))
        {
            string copy = Path.Combine(folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(RepositoryTree.Root, file), copy);
        }

        File.WriteAllText(Path.Combine(folder.FullName, "NuGet.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
        (int code, string error) = Run(package, "on");
        Assert.Equal(4, code);
        string[] lines = error.TrimEnd('\n').Split('\n');
        Assert.StartsWith($"guidelinebench: {package.FullTitle} could not be restored", lines[^1], StringComparison.Ordinal);
        Assert.Contains("GUIDELINEBENCH_NUGET_SOURCE", lines[^1], StringComparison.Ordinal);
        Assert.Equal(package.Size is null ? 1 : 2, lines.Length);
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "src", "GuidelineBench.Cli", "bin")));
    }

    private static bool IsBuilt(string file) =>
        file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("kernels/", StringComparison.Ordinal)
        || file.StartsWith("benchmarks/", StringComparison.Ordinal) || !file.Contains('/', StringComparison.Ordinal);

    private (int Code, string Error) Run(OptionalPackage package, string wish)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("run.sh needs a POSIX shell.");
        string script = Path.Combine(folder.FullName, "run.sh");
        if (!File.Exists(script))
            File.Copy(Path.Combine(RepositoryTree.Root, "run.sh"), script);
        var start = new ProcessStartInfo("sh", [script, "list", "backends"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        OptionalPackage.LeaveOut(start.Environment);
        start.Environment[package.Variable] = wish;
        start.Environment["GUIDELINEBENCH_NUGET_SOURCE"] = folder.CreateSubdirectory("feed").FullName;
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder.FullName, "packages");
        using Process process = Process.Start(start)!;
        Task<string> answer = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", answer.Result);
        return (process.ExitCode, error);
    }
}
