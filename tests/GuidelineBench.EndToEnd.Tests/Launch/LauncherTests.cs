using System.Diagnostics;

namespace GuidelineBench.EndToEnd.Tests.Launch;

/// <summary>
/// What run.sh and run.ps1 do around the program. Codes 1 and 2 are verdicts: whatever ends before the program ends with
/// another code and one line.
/// </summary>
public sealed class LauncherTests : IDisposable
{
    private readonly LaunchFolder tree = new();

    public void Dispose() => tree.Dispose();

    [Theory]
    [InlineData("run.sh")]
    [InlineData("run.ps1")]
    public void The_sources_are_built_once_and_arguments_and_code_are_the_programs(string launcher)
    {
        string link = LinkTo(launcher);
        var environment = new Dictionary<string, string?> { ["HOME"] = null, ["NUGET_PACKAGES"] = null, ["CDPATH"] = "/", ["FAKE_END"] = "2" };

        Assert.Equal((2, "[check][two words][1,2][]"), First(tree.RunWith(environment, link, "check", "two words", "1,2", "")));
        Assert.Contains(tree.Calls(), call => call.StartsWith("build src/GuidelineBench.Cli/GuidelineBench.Cli.csproj -c Release ", StringComparison.Ordinal));

        environment["FAKE_END"] = "1";
        Assert.Equal((1, "[check]"), First(tree.RunWith(environment, link, "check")));
        Assert.DoesNotContain(tree.Calls(), call => call.StartsWith("build", StringComparison.Ordinal));
    }

    /// <summary>MSBuild would take each for a property.</summary>
    [Theory]
    [InlineData("run.sh")]
    [InlineData("run.ps1")]
    public void A_build_inherits_no_properties(string launcher)
    {
        string[] properties =
        [
            "Platform", "PLATFORM", "configuration", "RuntimeIdentifier", "OutputPath", "OutDir", "ArtifactsPath", "VERSION", "OS", "_IsPublishing",
            "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "DOTNET_HOST_PATH", "WithIlgpu", "WithOnnxRuntime",
        ];
        string[] others = ["HTTPS_PROXY", "http_proxy", "FEED_TOKEN", "NuGetPackageSourceCredentials_feed", "DOTNET_CLI_HOME", "NUGET_PACKAGES", "LANG"];
        var environment = properties.Concat(others).ToDictionary(name => name, name => (string?)"first\nsecond=x");

        (int code, _, string error) = tree.RunWith(environment, launcher, "list");

        Assert.True(code == 0, error);
        string[] inherited = tree.Inherited();
        Assert.Empty(inherited.Intersect(properties));
        Assert.Empty(others.Append("PATH").Append("HOME").Except(inherited));
        string[] calls = [.. tree.Calls().Where(call => call.StartsWith("build", StringComparison.Ordinal) || call.StartsWith("restore", StringComparison.Ordinal))];
        Assert.Equal(2, calls.Length);
        Assert.All(calls, call => Assert.Contains(" -noAutoResponse -p:ImportDirectorySolutionProps=false -p:ImportDirectorySolutionTargets=false", call, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run.sh", "FAKE_START", "1", 5, "the program cannot be started: dotnet ended with 1 (the reason)")]
    [InlineData("run.sh", "FAKE_START", "2", 5, "the program cannot be started: dotnet ended with 2 (the reason)")]
    [InlineData("run.sh", "FAKE_START", "134", 5, "the program cannot be started: dotnet ended with 134 (the reason)")]
    [InlineData("run.sh", "FAKE_START", "137", 4, "the program cannot be started: dotnet ended with 137 (the reason)")]
    [InlineData("run.sh", "FAKE_START", "150", 4, "the program cannot be started: dotnet ended with 150 (the reason)")]
    [InlineData("run.sh", "FAKE_BUILD", "1", 5, "the build failed, see above")]
    [InlineData("run.sh", "FAKE_BUILD", "137", 5, "the build failed, see above")]
    [InlineData("run.sh", "FAKE_RESTORE", "1", 4, "packages could not be restored, see above")]
    [InlineData("run.sh", "FAKE_SDK", "9.0.300", 4, "the .NET 10 SDK is missing; allowed: .NET SDK 10, https://dot.net/download")]
    [InlineData("run.sh", "FAKE_PLACE", "elsewhere", 5, "the build made no ")]
    [InlineData("run.ps1", "FAKE_START", "1", 5, "the program cannot be started: dotnet ended with 1 (the reason)")]
    [InlineData("run.ps1", "FAKE_RESTORE", "1", 4, "packages could not be restored, see above")]
    [InlineData("run.ps1", "FAKE_PLACE", "elsewhere", 5, "the build made no ")]
    public void A_failure_is_no_verdict_and_the_next_call_builds_again(string launcher, string variable, string value, int expected, string line)
    {
        (int code, string answer, string error) = tree.RunWith(new() { [variable] = value }, launcher, "check");

        Assert.Equal((expected, ""), (code, answer));
        Assert.StartsWith($"guidelinebench: {line}", error.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
        if (launcher == "run.ps1")
            return;
        tree.Calls();
        Assert.Equal((0, "[check]"), First(tree.Run(launcher, "check")));
        Assert.Equal(expected is 5 || variable is "FAKE_RESTORE" or "FAKE_SDK", tree.Calls().Any(call => call.StartsWith("build", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("run.sh", "obj")]
    [InlineData("run.sh", "obj/build.lock/")]
    [InlineData("run.sh", "obj/built-run/")]
    [InlineData("run.sh", "obj/unfinished/")]
    [InlineData("run.ps1", "obj")]
    [InlineData("run.ps1", "obj/built-run/")]
    public void What_cannot_be_written_is_named(string launcher, string inTheWay)
    {
        if (inTheWay.EndsWith('/'))
            Directory.CreateDirectory(tree[inTheWay]);
        else
            File.WriteAllText(tree[inTheWay], "");

        (int code, string answer, string error) = tree.Run(launcher, "check");

        Assert.Equal((3, ""), (code, answer));
        string last = error.TrimEnd('\n').Split('\n')[^1];
        Assert.StartsWith($"guidelinebench: cannot be written: {tree["obj"]}", last, StringComparison.Ordinal);
        Assert.EndsWith("; allowed: a writable source tree", last, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_no_verdict()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full.");
        Directory.CreateDirectory(tree["obj"]);
        File.CreateSymbolicLink(tree["obj/built-run"], "/dev/full");

        Assert.Equal(3, tree.Run("run.sh", "check").Code);
    }

    [Theory]
    [InlineData("run.sh", "TERM")]
    [InlineData("run.sh", "HUP")]
    [InlineData("run.ps1", "INT")]
    public void An_interrupted_build_is_made_anew(string launcher, string signal)
    {
        Assert.SkipWhen(signal == "INT" && ProgramRun.IgnoresInterrupts, "Interrupts are ignored here.");
        Assert.Equal((130, ""), First(tree.RunWith(new() { ["FAKE_SIGNAL"] = signal }, launcher, "check")));
        tree.Calls();

        Assert.Equal((0, "[check]"), First(tree.Run("run.sh", "check")));
        Assert.Contains(tree.Calls(), call => call.StartsWith("build", StringComparison.Ordinal) && call.Contains(" --no-incremental", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("guidelinebench.dll")]
    [InlineData("guidelinebench.runtimeconfig.json")]
    public void A_program_that_is_gone_is_built_again(string file)
    {
        tree.Run("run.sh", "list");
        tree.Calls();
        File.Delete(tree[$"src/GuidelineBench.Cli/bin/Release/net10.0/{file}"]);

        Assert.Equal((0, "[list]"), First(tree.Run("run.sh", "list")));
        Assert.Contains(tree.Calls(), call => call.StartsWith("build", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_systems_commands_nothing_is_taken_for_fresh()
    {
        tree.Run("run.sh", "list");
        foreach ((string path, string line) in ((string, string)[])[("", "the .NET 10 SDK is missing: dotnet is not in PATH"), (tree.Tools, "cat is missing: it is not in PATH")])
        {
            (int code, string answer, string error) = tree.RunWith(new() { ["PATH"] = path }, "run.sh", "check");
            Assert.Equal((4, ""), (code, answer));
            Assert.StartsWith($"guidelinebench: {line}", Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        }
    }

    /// <summary>A shell that still finds the sources from there starts the program, another says that there are none.</summary>
    [Theory]
    [InlineData("/bin/sh")]
    [InlineData("/bin/bash")]
    public async Task From_a_folder_that_was_deleted_nothing_ends_like_a_verdict(string shell)
    {
        Assert.SkipUnless(File.Exists(shell), $"{shell} is missing.");
        Directory.CreateDirectory(tree["gone"]);
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"cd \"$1\"; rmdir \"$1\"; {shell} ../run.sh check", "sh", tree["gone"]]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{tree.Tools}:{start.Environment["PATH"]}";
        OptionalPackage.LeaveOut(start.Environment);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True((process.ExitCode, answer) is (0, "[check]") or (3, ""), $"{process.ExitCode}: {answer}{await error}");
    }

    [Fact]
    public void A_script_without_its_sources_says_so()
    {
        File.Delete(tree["Directory.Packages.props"]);
        (int code, _, string error) = tree.Run("run.sh", "check");
        Assert.Equal(3, code);
        Assert.StartsWith("guidelinebench: no sources beside run.sh: ", Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    private static (int Code, string Out) First((int Code, string Out, string Error) run) => (run.Code, run.Out);

    /// <summary>A relative link to a relative link to a launcher, in another folder.</summary>
    private string LinkTo(string launcher)
    {
        string end = Path.GetExtension(launcher), first = Path.Combine(tree.Tools, $"bench{end}");
        File.CreateSymbolicLink(first, $"second{end}");
        File.CreateSymbolicLink(Path.Combine(tree.Tools, $"second{end}"), $"../source tree/{launcher}");
        return first;
    }
}
