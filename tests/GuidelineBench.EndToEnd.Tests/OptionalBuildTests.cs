using System.Diagnostics;
using GuidelineBench.EndToEnd.Tests.Architecture;

namespace GuidelineBench.EndToEnd.Tests;

/// <summary>What the start script does about ILGPU, in a copy of the sources and with no package source but an empty folder.</summary>
public sealed class OptionalBuildTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void An_unknown_wish_is_refused()
    {
        (int code, string error) = Run("maybe");
        Assert.Equal(3, code);
        Assert.Equal("guidelinebench: unknown value 'maybe': GUIDELINEBENCH_GPU; allowed: auto, on, off\n", error);
    }

    [Fact]
    public void Without_the_packages_GPU_kernels_that_must_be_there_are_absent()
    {
        foreach (string file in RepositoryTree.Files.Where(IsBuilt))
        {
            string copy = Path.Combine(folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(RepositoryTree.Root, file), copy);
        }

        File.WriteAllText(Path.Combine(folder.FullName, "NuGet.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
        (int code, string error) = Run("on");
        Assert.Equal(4, code);
        Assert.StartsWith("guidelinebench: ILGPU 1.5.3 could not be restored", error, StringComparison.Ordinal);
        Assert.Contains("GUIDELINEBENCH_NUGET_SOURCE", error, StringComparison.Ordinal);
        Assert.Equal(error.Length - 1, error.IndexOf('\n', StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "src", "GuidelineBench.Cli", "bin")));
    }

    private static bool IsBuilt(string file) =>
        file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("kernels/", StringComparison.Ordinal)
        || file.StartsWith("benchmarks/", StringComparison.Ordinal) || !file.Contains('/', StringComparison.Ordinal);

    private (int Code, string Error) Run(string gpu)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("run.sh needs a POSIX shell.");
        string script = Path.Combine(folder.FullName, "run.sh");
        if (!File.Exists(script))
            File.Copy(Path.Combine(RepositoryTree.Root, "run.sh"), script);
        var start = new ProcessStartInfo("sh", [script, "list", "backends"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["GUIDELINEBENCH_GPU"] = gpu;
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
