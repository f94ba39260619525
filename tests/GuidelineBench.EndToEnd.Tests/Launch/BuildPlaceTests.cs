using System.Diagnostics;
using GuidelineBench.EndToEnd.Tests.Architecture;

namespace GuidelineBench.EndToEnd.Tests.Launch;

/// <summary>run.sh with the SDK itself and a program of one line, where the environment and the folders above want another build.</summary>
public sealed class BuildPlaceTests : IDisposable
{
    private const string Hostile = "<Project><PropertyGroup><OutputPath>elsewhere/</OutputPath></PropertyGroup><Target Name=\"Stop\" BeforeTargets=\"Restore;Build\"><Error Text=\"a folder above\" /></Target></Project>";

    private readonly DirectoryInfo above = Directory.CreateTempSubdirectory("guidelinebench-above-");

    public void Dispose() => above.Delete(recursive: true);

    [Fact]
    public void What_is_built_and_what_runs_is_that_of_the_sources()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("run.sh needs a POSIX shell.");
        foreach (string file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Solution.props", "Directory.Solution.targets"])
            Write(file, Hostile);
        Write("Directory.Build.rsp", "-p:Configuration=Debug");
        Write("NuGet.config", "<configuration><packageSources><clear /><add key=\"none\" value=\"none\" /></packageSources></configuration>");
        Write("global.json", "{\"sdk\":{\"version\":\"1.0.0\",\"rollForward\":\"disable\"}}");
        Write(".globalconfig", "is_global = true\ndotnet_diagnostic.CA1303.severity = error\ndotnet_diagnostic.CA2007.severity = error\n");
        foreach (string file in (string[])["run.sh", "Directory.Build.props", "Directory.Packages.props", "global.json", "GuidelineBench.sln"])
            Write($"tree/{file}", RepositoryTree.Read(file));
        foreach (string folder in (string[])["kernels", "benchmarks"])
            above.CreateSubdirectory($"tree/{folder}");
        Write("tree/src/GuidelineBench.Cli/GuidelineBench.Cli.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><AssemblyName>guidelinebench</AssemblyName></PropertyGroup></Project>");

        WriteProgram("old");
        Assert.Equal("old\n", Run());
        WriteProgram("new");
        Assert.Equal("new\n", Run());
        Assert.Equal(["net10.0"], Directory.GetDirectories(Path.Combine(above.FullName, "tree/src/GuidelineBench.Cli/bin/Release")).Select(Path.GetFileName));
        Assert.False(Directory.Exists(Path.Combine(above.FullName, "out")));
    }

    private void WriteProgram(string text) => Write("tree/src/GuidelineBench.Cli/Program.cs", $"System.Console.WriteLine(\"{text}\");\n");

    private string Run()
    {
        var start = new ProcessStartInfo("/bin/sh", [Path.Combine(above.FullName, "tree/run.sh"), "list"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        string elsewhere = Path.Combine(above.FullName, "out/");
        foreach (string name in (string[])["OutputPath", "OutDir", "BaseOutputPath", "BaseIntermediateOutputPath", "IntermediateOutputPath", "ArtifactsPath", "PublishDir", "RestorePackagesPath"])
            start.Environment[name] = elsewhere;
        foreach ((string name, string value) in ((string, string)[])
            [
                ("Platform", "x64"), ("Configuration", "Debug"), ("RuntimeIdentifier", "linux-arm64"), ("TargetFramework", "net9.0"), ("AssemblyName", "other"),
                ("UseArtifactsOutput", "true"), ("SelfContained", "true"), ("VERSION", "none"), ("LangVersion", "7"), ("ImportDirectoryBuildProps", "false"),
                ("DirectoryBuildTargetsPath", Path.Combine(above.FullName, "Directory.Build.targets")), ("MSBuildSDKsPath", elsewhere), ("EnableDefaultItems", "false"),
            ])
            start.Environment[name] = value;
        OptionalPackage.LeaveOut(start.Environment);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, answer + error.Result);
        return answer;
    }

    private void Write(string file, string text)
    {
        string path = Path.Combine(above.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
