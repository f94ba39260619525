using GuidelineBench.Cli.Tests.Checks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Verbs;

public sealed class CheckVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string baseline;

    public CheckVerbTests() => baseline = folder.Write("baseline.json", ResultFileJson.Serialize(SampleRuns.Run()));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EqualFilesAreClean()
    {
        Invocation invocation = Invocation.Of("check", baseline, "--baseline", baseline);
        Assert.Equal(0, invocation.Code);
        Assert.EndsWith($"no regression: 12 same of 12 rows against {baseline}, threshold 10 %\n", invocation.Out, StringComparison.Ordinal);
        Assert.Equal("", invocation.Error);
    }

    [Fact]
    public void ARegressionGives1() => Assert.Equal(1, Check(SampleRuns.Mixed).Code);

    [Fact]
    public void WhatCannotBeToldGives2() => Assert.Equal(2, Check(SampleRuns.Run(rounds: 1)).Code);

    [Theory]
    [InlineData("10", 1)]
    [InlineData("30", 0)]
    public void TheThresholdSaysWhatMatters(string percent, int code) => Assert.Equal(
        code, Check(SampleRuns.Run((row, cell) => row == 5 ? SampleRuns.Times(cell, 6.6e6) : cell), "--threshold", percent).Code);

    [Fact]
    public void TheAnswerCanGoToAFile()
    {
        Invocation invocation = Invocation.Of("check", baseline, "--baseline", baseline, "--format", "markdown", "--out", folder["answer.md"]);
        Assert.Equal((0, ""), (invocation.Code, invocation.Out));
        Assert.StartsWith("**no regression: 12 same", File.ReadAllText(folder["answer.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void ASummaryStandsBesideAnyFormat()
    {
        Invocation invocation = Check(SampleRuns.Mixed, "--format", "github", "--summary", folder["comment.md"]);
        Assert.Equal(1, invocation.Code);
        Assert.Contains("::error", invocation.Out, StringComparison.Ordinal);
        Assert.Equal(Check(SampleRuns.Mixed, "--format", "markdown").Out, File.ReadAllText(folder["comment.md"]));
    }

    [Theory]
    [InlineData("{}", "schemaVersion")]
    [InlineData("", "not a result file")]
    [InlineData("""{ "schemaVersion": 99 }""", "schemaVersion 99")]
    [InlineData("""{ "schemaVersion": 1, "complete": tru""", "not a result file")]
    public void DamagedFilesAreRefused(string content, string named)
    {
        string damaged = folder.Write("damaged.json", content);
        Assert.Contains(named, Invocation.Of("check", baseline, "--baseline", damaged).RefusedLine(), StringComparison.Ordinal);
        Assert.Contains(named, Invocation.Of("check", damaged, "--baseline", baseline).RefusedLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void FilesWithARowTwiceOrNoneInCommonAreRefused()
    {
        ResultFile run = SampleRuns.Run();
        Assert.Contains("repeats", Check(run with { Cells = [.. run.Cells, run.Cells[0]] }).RefusedLine(), StringComparison.Ordinal);
        Assert.Contains("no row in common", Check(SampleRuns.Run((_, cell) => cell with { Threads = 2 })).RefusedLine(), StringComparison.Ordinal);
        Assert.Contains("no row in common", Check(run with { Cells = [] }).RefusedLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no baseline is given", "FILE")]
    [InlineData("no such file", "FILE", "--baseline", "nowhere.json")]
    [InlineData("FILE and --calibrate", "FILE", "--baseline", "FILE", "--calibrate")]
    [InlineData("FILE and --paired", "FILE", "--baseline", "FILE", "--paired", "elsewhere")]
    [InlineData("FILE and --quick", "FILE", "--baseline", "FILE", "--quick")]
    [InlineData("FILE and --plan", "FILE", "--baseline", "FILE", "--plan", "FILE")]
    [InlineData("no such file: nowhere.json", "--paired", "elsewhere", "--plan", "nowhere.json")]
    [InlineData("FILE and --runs", "FILE", "--baseline", "FILE", "--runs", "2")]
    [InlineData("--calibrate and --paired", "--baseline", "FILE", "--calibrate", "--paired", "elsewhere")]
    [InlineData("options that choose rows", "--baseline", "FILE", "--calibrate", "--tables", "2")]
    [InlineData("no program in 'elsewhere'", "--baseline", "FILE", "--paired", "elsewhere")]
    [InlineData("unusable threshold '0'", "FILE", "--baseline", "FILE", "--threshold", "0")]
    [InlineData("unusable threshold '1e1'", "FILE", "--baseline", "FILE", "--threshold", "1e1")]
    [InlineData("unknown format 'xml'", "FILE", "--baseline", "FILE", "--format", "xml")]
    public void WhatCannotBeUsedIsRefused(string named, params string[] arguments) => Assert.Contains(
        named, Invocation.Of(["check", .. arguments.Select(word => word == "FILE" ? baseline : word)]).RefusedLine(), StringComparison.Ordinal);

    /// <summary>The measuring program would leave a mark.</summary>
    [Theory]
    [InlineData("is a folder: --out", "--out", "DIR")]
    [InlineData("is a folder: --summary", "--summary", "DIR")]
    [InlineData("there is no folder for", "--out", "DIR/missing/answer.md")]
    [InlineData("there is no folder for", "--summary", "DIR/missing/answer.md")]
    [InlineData("there is no folder for", "--out", "DIR/baseline.json/answer.md")]
    [InlineData("both are", "--out", "DIR/answer.md", "--summary", "DIR/./answer.md")]
    public void WhatCannotBeWrittenIsRefusedBeforeAnythingIsMeasured(string named, params string[] options)
    {
        string script = folder.Write("run.sh", $"touch '{folder["measured"]}'\nexit 3\n");
        Assert.Contains(
            named,
            Invocation.Of(["check", "--paired", script, "--quick", .. options.Select(word => word.Replace("DIR", folder.Path, StringComparison.Ordinal))]).RefusedLine(),
            StringComparison.Ordinal);
        Assert.False(File.Exists(folder["measured"]));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.tmp"));
    }

    /// <summary>The device that is always full, 1:7 on Linux, can be opened for writing.</summary>
    [Fact]
    public void AVerdictIsPrintedAndReturnedWhereItsFilesTakeNothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root makes devices, of these numbers on Linux.");
        System.Diagnostics.Process.Start("mknod", [folder["full"], "c", "1", "7"]).WaitForExit();
        Assert.SkipUnless(File.Exists(folder["full"]), "mknod is refused here.");

        Invocation invocation = Check(SampleRuns.Mixed, "--format", "markdown", "--out", folder["full"], "--summary", folder["full"]);

        Assert.Equal(1, invocation.Code);
        Assert.Equal(Check(SampleRuns.Mixed, "--format", "markdown").Out, invocation.Out);
        Assert.Equal(2, invocation.Error.TrimEnd('\n').Split('\n').Length);
        Assert.Contains($"{folder["full"]} cannot be written", invocation.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ACalibrationNeedsAFileToBeKeptIn()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes with names here.");
        System.Diagnostics.Process.Start("mkfifo", [folder["pipe"]]).WaitForExit();
        Assert.Contains("is a pipe or a device: --baseline", Invocation.Of("check", "--calibrate", "--baseline", folder["pipe"]).RefusedLine(), StringComparison.Ordinal);
    }

    /// <summary>The other build measures first; a script that measures nothing shows what it is asked for.</summary>
    [Fact]
    public void PlansToRepeatAreHandedToTheOtherBuildWhereverItRuns()
    {
        string script = folder.Write("run.sh", $"echo \"$*\" > '{folder["asked.log"]}'\nexit 3\n");
        Invocation invocation = Invocation.Of(
            "check", "--paired", script, "--quick", "--plan", Path.GetRelativePath(Directory.GetCurrentDirectory(), baseline));
        Assert.Equal((3, ""), (invocation.Code, invocation.Out));
        Assert.Contains($"{script} run ended with 3", invocation.Error, StringComparison.Ordinal);
        Assert.StartsWith($"run --quick --plan {baseline} ", File.ReadAllText(folder["asked.log"]), StringComparison.Ordinal);
    }

    private Invocation Check(ResultFile now, params string[] options) =>
        Invocation.Of(["check", folder.Write("now.json", ResultFileJson.Serialize(now)), "--baseline", baseline, .. options]);
}
