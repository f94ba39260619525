using System.Diagnostics;
using GuidelineBench.Cli.Bundles;

namespace GuidelineBench.Cli.Tests.Bundles;

/// <summary>The launcher in the system's own shell, with a script in the program's place.</summary>
public sealed class BundleLauncherTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("./run.sh", ".")]
    [InlineData("run.sh", ".")]
    [InlineData("../run.sh", "app")]
    [InlineData("/", "/")]
    public void ItHandsOnArgumentsAndExitCodeFromAnyFolder(string launcher, string workingFolder)
    {
        SkipWithoutShell();
        Prepare();
        string script = launcher == "/" ? folder["run.sh"] : launcher;
        (int code, string output) = Run(script, Path.GetFullPath(workingFolder, folder.Path), [], "run", "two words", "--out", "");

        Assert.Equal(7, code);
        Assert.Equal("[run][two words][--out][]", output);
    }

    [Fact]
    public void AMachineWithoutTemporaryFolderUsesTheBundles()
    {
        SkipWithoutShell();
        Prepare();
        Assert.EndsWith($" {folder.Path}", Run("./run.sh", folder.Path, new() { ["TMPDIR"] = folder["missing"] }, "tmp").Output, StringComparison.Ordinal);
        Assert.EndsWith($" {folder["app"]}", Run("./run.sh", folder.Path, new() { ["TMPDIR"] = folder["app"] }, "tmp").Output, StringComparison.Ordinal);
    }

    /// <summary>Whatever the user's environment says.</summary>
    [Fact]
    public void TheEnginesReportsToItsMakerAreSwitchedOff()
    {
        SkipWithoutShell();
        Prepare();
        Assert.Equal((0, "reports 1"), Run("./run.sh", folder.Path, new() { ["ORT_DISABLE_TELEMETRY"] = "0" }, "reports"));
        Assert.Contains("\r\nsetlocal\r\nset ORT_DISABLE_TELEMETRY=1\r\n", BundleLauncher.For(BundleTarget.Find("win-x64")).Text, StringComparison.Ordinal);
    }

    /// <summary>Shell, loader and runtime have codes of their own, which must not pass for verdicts.</summary>
    [Theory]
    [InlineData("#!/bin/sh\necho the reason; exit 1\n", 5, "the program cannot be started on this machine: it ended with 1 (the reason)")]
    [InlineData("#!/bin/sh\necho the reason; exit 2\n", 5, "the program cannot be started on this machine: it ended with 2 (the reason)")]
    [InlineData("#!/bin/sh\nexit 137\n", 4, "the program cannot be started: it ended with 137")]
    [InlineData("#!/none/sh\n", 5, "the program cannot be started on this machine: it ended with 12")]
    [InlineData("\u007fELF\u0002\u0001\u0001 for another machine\n(\n", 5, "the program cannot be started on this machine: it ended with ")]
    [InlineData(null, 5, "the bundle is damaged: there is no ")]
    public void WhatCannotBeStartedGivesNoVerdict(string? program, int expected, string line)
    {
        SkipWithoutShell();
        Prepare();
        File.Delete(folder["app/guidelinebench"]);
        if (program is not null)
            Executable("app/guidelinebench", program);

        (int code, string output) = Run("./run.sh", folder.Path, [], "check");

        Assert.Equal(expected, code);
        Assert.StartsWith($"guidelinebench: {line}", Assert.Single(output.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void ALinkToItStartsItsOwnProgram()
    {
        SkipWithoutShell();
        Prepare();
        using var elsewhere = new TemporaryFolder();
        File.CreateSymbolicLink(elsewhere["bench"], "second");
        File.CreateSymbolicLink(elsewhere["second"], folder["run.sh"]);

        Assert.Equal((7, "[list]"), Run(elsewhere["bench"], elsewhere.Path, [], "list"));
    }

    private static void SkipWithoutShell()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("There is no POSIX shell on this system.");
    }

    private void Prepare()
    {
        Directory.CreateDirectory(folder["app"]);
        folder.Write("run.sh", BundleLauncher.For(BundleTarget.Find("linux-x64")).Text);
        Executable(
            "app/guidelinebench",
            """
            #!/bin/sh
            [ "$1" != --version ] || exit 0
            [ "$1" != tmp ] || { printf 'tmp %s' "$TMPDIR"; exit 0; }
            [ "$1" != reports ] || { printf 'reports %s' "$ORT_DISABLE_TELEMETRY"; exit 0; }
            for argument; do printf '[%s]' "$argument"; done
            exit 7

            """.ReplaceLineEndings("\n"));
    }

    private void Executable(string name, string text)
    {
        folder.Write(name, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static (int Code, string Output) Run(string script, string workingFolder, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", [script, .. arguments]) { WorkingDirectory = workingFolder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
