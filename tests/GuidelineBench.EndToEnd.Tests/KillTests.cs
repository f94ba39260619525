using System.Diagnostics;
using System.Globalization;
using GuidelineBench.Core.Results;

namespace GuidelineBench.EndToEnd.Tests;

/// <summary>A run that is killed at any point leaves no damaged file and can be carried on.</summary>
public class KillTests(ITestOutputHelper log)
{
    private const int Rounds = 6;

    private static readonly int UsualKills = TestPart.Number(all: 4, part: 1);

    /// <summary>A longer test than usual: <c>GUIDELINEBENCH_KILLS=100</c>.</summary>
    private const string KillsVariable = "GUIDELINEBENCH_KILLS";

    private static readonly string[] Options = ["--backend", "simd", "--quick", "--tables", "1", "--rows", "1:1", "--scale", "x1", "--rounds", "6"];

    [Fact]
    public void ARunKilledAtRandomPointsIsNeverDamagedAndAlwaysContinued()
    {
        int kills = Environment.GetEnvironmentVariable(KillsVariable) is { } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : UsualKills;
        var random = new Random(kills);
        long start = Stopwatch.GetTimestamp();
        using (var whole = new RunFolderOnDisk())
            Assert.Equal(0, ProgramRun.ToEnd(["run", .. Options, "--out", whole.Path]).Code);
        TimeSpan wholeTime = Stopwatch.GetElapsedTime(start);

        int before = 0, between = 0, after = 0;
        for (int kill = 1; kill <= kills; kill++)
        {
            using var folder = new RunFolderOnDisk();
            using (ProgramRun run = ProgramRun.Start(["run", .. Options, "--out", folder.Path]))
            {
                Thread.Sleep(wholeTime * random.NextDouble());
                run.Kill();
                run.WaitForEnd();
            }

            // Absent or whole: reading throws for anything else.
            ResultFile? left = File.Exists(folder["results.json"]) ? folder.Results() : null;
            (int code, _, string error) = left is null
                ? ProgramRun.ToEnd(["run", .. Options, "--out", folder.Path])
                : ProgramRun.ToEnd("run", "--resume", folder.Path);

            Assert.True(code == 0, error);
            CellResult cell = Assert.Single(folder.Results().Cells);
            Assert.True(folder.Results().Complete);
            Assert.Equal(Rounds, cell.Rounds.Length);
            Assert.True(File.Exists(folder["index.html"]));
            Assert.False(File.Exists(folder["run.lock"]));
            Assert.DoesNotContain(folder.Files(), file => file.StartsWith("results.json.", StringComparison.Ordinal));
            if (left is not null)
                Assert.Equal(left.Cells[0].Rounds.Select(round => round.ToArray()), cell.Rounds.Take(left.Cells[0].Rounds.Length).Select(round => round.ToArray()));
            (before, between, after) = (before + (left is null ? 1 : 0), between + (left is { Complete: false } ? 1 : 0), after + (left is { Complete: true } ? 1 : 0));
        }

        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{kills} kills in runs of {wholeTime.TotalSeconds:F1} s: {before} before the first result, {between} in the run, {after} after its last round"));
    }
}
