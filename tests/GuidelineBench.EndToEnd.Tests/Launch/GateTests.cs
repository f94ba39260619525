using System.Diagnostics;
using GuidelineBench.EndToEnd.Tests.Architecture;

namespace GuidelineBench.EndToEnd.Tests.Launch;

/// <summary>The recipes for CI, with a script in the program's place that ends with any code, with a verdict or without one.</summary>
public sealed class GateTests : IDisposable
{
    private const string Check =
        """
        #!/bin/sh
        [ "$1" = check ] || exit 0
        for argument; do last=$argument; done
        [ -z "$VERDICT" ] || echo verdict >"$last"
        exit "$CODE"

        """;

    private const string Action = ".github/actions/guidelinebench/gate.sh";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-gate-");

    public GateTests()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("The recipes need a POSIX shell.");
        string script = Path.Combine(folder.FullName, "run.sh");
        File.WriteAllText(script, Check.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(0, true, true)]
    [InlineData(2, true, true)]
    [InlineData(1, true, false)]
    [InlineData(2, false, false)]
    [InlineData(1, false, false)]
    [InlineData(5, false, false)]
    public void The_recipe_of_the_page_passes_with_a_verdict_alone(int code, bool verdict, bool passes)
    {
        string[] lines = RepositoryTree.Read("docs/ci.md").Split('\n');
        int check = Array.FindIndex(lines, line => line.StartsWith("    ./run.sh check --baseline", StringComparison.Ordinal));
        // That of an earlier job.
        File.WriteAllText(Path.Combine(folder.FullName, "comment.md"), "verdict");

        Assert.Equal(passes, Run("/bin/sh", ["-ec", $"{lines[check - 1]}\n{lines[check]}"], code, verdict) == 0);
    }

    [Theory]
    [InlineData(0, true, 0)]
    [InlineData(2, true, 0)]
    [InlineData(1, true, 1)]
    [InlineData(1, false, 5)]
    [InlineData(2, false, 5)]
    [InlineData(4, false, 4)]
    public void The_action_takes_no_failure_for_a_verdict(int code, bool verdict, int expected)
    {
        string copy = Path.Combine(folder.FullName, Action);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(Path.Combine(RepositoryTree.Root, Action), copy);

        Assert.Equal(expected, Run("bash", [copy], code, verdict));
        Assert.Contains($"code={(code is 2 && verdict ? 2 : expected)}\n", File.ReadAllText(Path.Combine(folder.FullName, "output")), StringComparison.Ordinal);
    }

    private int Run(string interpreter, string[] arguments, int code, bool verdict)
    {
        var start = new ProcessStartInfo(interpreter, arguments) { WorkingDirectory = folder.FullName };
        foreach ((string name, string value) in ((string, string)[])
            [
                ("CODE", FormattableString.Invariant($"{code}")), ("VERDICT", verdict ? "yes" : ""), ("BASELINE", "baseline.json"), ("MODE", "check"), ("OPTIONS", ""),
                ("RUNS", ""), ("THRESHOLD", "10"), ("CANNOT_TELL", "pass"), ("RUNNER_TEMP", folder.FullName),
                ("GITHUB_STEP_SUMMARY", Path.Combine(folder.FullName, "summary")), ("GITHUB_OUTPUT", Path.Combine(folder.FullName, "output")),
            ])
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
