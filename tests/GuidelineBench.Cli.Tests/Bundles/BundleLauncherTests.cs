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

    private static void SkipWithoutShell()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("There is no POSIX shell on this system.");
    }

    private void Prepare()
    {
        Directory.CreateDirectory(folder["app"]);
        folder.Write("run.sh", BundleLauncher.For(BundleTarget.Find("linux-x64")).Text);
        folder.Write(
            "app/guidelinebench",
            """
            #!/bin/sh
            [ "$1" != tmp ] || { printf 'tmp %s' "$TMPDIR"; exit 0; }
            for argument; do printf '[%s]' "$argument"; done
            exit 7

            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder["app/guidelinebench"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static (int Code, string Output) Run(string script, string workingFolder, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", [script, .. arguments]) { WorkingDirectory = workingFolder, RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
