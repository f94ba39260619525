using GuidelineBench.Core.Results;

namespace GuidelineBench.EndToEnd.Tests;

public class InterruptionTests
{
    private const int Rounds = 12;

    /// <summary>Enough rounds that a run is stopped long before its last, few enough cells for a test.</summary>
    private static readonly string[] Options = ["--backend", "simd", "--quick", "--tables", "1", "--rows", "1:1,1:12", "--scale", "x2", "--rounds", "12"];

    [Fact]
    public void AnInterruptedRunKeepsItsRoundsAndIsResumed()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("there are no signals on Windows");
        using var folder = new RunFolderOnDisk();
        using ProgramRun run = ProgramRun.Start(["run", .. Options, "--out", folder.Path]);
        run.WaitUntil(() => folder.StoredRounds() >= 1);

        run.Interrupt();
        (int code, string answer, string error) = run.WaitForEnd();
        Assert.Equal(130, code);
        Assert.Equal("", answer);
        Assert.EndsWith($"./run.sh run --resume {folder.Path}", error.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
        ResultFile interrupted = folder.Results();
        Assert.False(interrupted.Complete);
        Assert.Equal(["results.json"], folder.Files());

        ResumeAndCheck(folder, interrupted);
    }

    [Fact]
    public void AKilledRunKeepsItsRoundsAndIsResumed()
    {
        using var folder = new RunFolderOnDisk();
        using (ProgramRun run = ProgramRun.Start(["run", .. Options, "--out", folder.Path]))
        {
            run.WaitUntil(() => folder.StoredRounds() >= 1);
            run.Kill();
            run.WaitForEnd();
        }

        ResumeAndCheck(folder, folder.Results());
    }

    private static void ResumeAndCheck(RunFolderOnDisk folder, ResultFile interrupted)
    {
        Assert.Equal(3, ProgramRun.ToEnd("run", "--resume", folder.Path, "--seed", "7").Code);
        (int code, _, string error) = ProgramRun.ToEnd("run", "--resume", folder.Path);
        Assert.True(code == 0, error);
        ResultFile resumed = folder.Results();
        Assert.True(resumed.Complete);
        foreach ((CellResult before, CellResult after) in interrupted.Cells.Zip(resumed.Cells))
        {
            Assert.Equal(Rounds, after.Rounds.Length);
            // What was measured before is kept as it was.
            Assert.Equal(before.Rounds.Select(round => round.ToArray()), after.Rounds.Take(before.Rounds.Length).Select(round => round.ToArray()));
        }

        Assert.True(File.Exists(folder["index.html"]));
    }
}
