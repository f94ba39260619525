namespace GuidelineBench.Cli.Tests.Verbs;

/// <summary>What is refused before anything is measured.</summary>
public class RunVerbTests
{
    [Fact]
    public void ResultsAreNotOverwritten()
    {
        using var folder = new TemporaryFolder();
        folder.Write("results.json", "{}");
        string line = Invocation.Of("run", "--out", folder.Path).RefusedLine();
        Assert.Contains("there are results", line, StringComparison.Ordinal);
        Assert.Contains("--resume", line, StringComparison.Ordinal);
        Assert.Equal(["results.json"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void AFolderWithOtherFilesIsRefused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("notes.txt", "mine");
        Assert.Contains("is not empty", Invocation.Of("run", "--out", folder.Path).RefusedLine(), StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void AFileIsNoFolder()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("file", "");
        Assert.Contains("is a file", Invocation.Of("run", "--out", file).RefusedLine(), StringComparison.Ordinal);
        Assert.Contains("cannot be written", Invocation.Of("run", "--out", Path.Combine(file, "below")).RefusedLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void NoPathIsRefused() =>
        Assert.Contains("unusable path", Invocation.Of("run", "--out", "").RefusedLine(), StringComparison.Ordinal);

    [Fact]
    public void TwoRunsDoNotShareAFolder()
    {
        using var folder = new TemporaryFolder();
        using (new FileStream(folder["run.lock"], FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            Assert.Contains("another run", Invocation.Of("run", "--out", folder.Path).RefusedLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyAnInterruptedRunIsResumed()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("no results.json", Invocation.Of("run", "--resume", folder.Path).RefusedLine(), StringComparison.Ordinal);
        Assert.Contains("no results.json", Invocation.Of("run", "--resume", folder["missing"]).RefusedLine(), StringComparison.Ordinal);
        folder.Write("results.json", "{ \"schemaVersion\": 1, ");
        Assert.Contains("not a result file", Invocation.Of("run", "--resume", folder.Path).RefusedLine(), StringComparison.Ordinal);
        Assert.Equal(["results.json"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void NothingToMeasureIsRefused() => Assert.Contains(
        "nothing to measure: --tables none; allowed: 1, 2, 3, 4, all, or none together with --networks",
        Invocation.Of("run", "--tables", "none").RefusedLine(), StringComparison.Ordinal);

    [Fact]
    public void ResumeStaysInItsFolder() =>
        Assert.Contains("cannot go together", Invocation.Of("run", "--resume", "a", "--out", "b").RefusedLine(), StringComparison.Ordinal);

    [Fact]
    public void EveryThreadNeedsACore()
    {
        if (Environment.ProcessorCount < 2 || !OperatingSystem.IsLinux())
            Assert.Skip("needs two processors and a system that pins threads");
        string line = Invocation.Of("run", "--threads", "2", "--cores", FirstCore()).RefusedLine();
        Assert.Contains("1 cores for 2 threads: --cores", line, StringComparison.Ordinal);
    }

    private static string FirstCore() =>
        Execution.Threads.CoreAffinity.UsableProcessors()[0].ToString(System.Globalization.CultureInfo.InvariantCulture);
}
