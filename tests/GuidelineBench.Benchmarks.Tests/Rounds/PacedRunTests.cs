using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

/// <summary>Runs whose rounds pause to cool, or go on to get warm.</summary>
public sealed class PacedRunTests : RunOfFourCells
{
    [Fact]
    public void PausesBetweenRoundsAreStoredAndKeptWhenResumed()
    {
        using var cancellation = new CancellationTokenSource();
        // Cancelled in the first round, so that nobody waits for the pause.
        Assert.Throws<OperationCanceledException>(() => MeasurementRun.Run(
            Request() with { Rounds = 3, CooldownSeconds = 3600 },
            new Recorder { OnFinished = _ => cancellation.Cancel() },
            cancellation.Token));

        ResultFile stored = Stored();
        Assert.Equal(3600, stored.Conditions.CooldownSeconds);
        Assert.NotNull(stored.Conditions.ByRound.Single().StartedSeconds);
        Assert.NotNull(stored.Conditions.ByRound.Single().EndClockMHz);
        Assert.Contains("pause between rounds", Assert.Throws<RunException>(
            () => Run(Request() with { Rounds = 3, Resume = stored })).Message, StringComparison.Ordinal);
        Assert.Null(Run(Request() with { Rounds = 1, OutputFolder = Directory.CreateDirectory(Path.Combine(FolderPath, "other")).FullName }).Conditions.CooldownSeconds);
    }

    [Fact]
    public void ASustainedRunGoesOnAndComparesItsEndWithItsBeginning()
    {
        // Every cell takes ten seconds, so the four of a round take forty and the third round ends just in time.
        var clock = new HandClock();
        RunRequest request = Request() with { Rounds = 1, Sustained = TimeSpan.FromSeconds(120), Clock = clock };
        var recorder = new Recorder { OnMeasured = _ => clock.Seconds += 10 };
        ResultFile file = Run(request, recorder);

        Assert.Equal((4, 1, null), recorder.Outline);
        Assert.Equal(3, file.Rounds);
        Assert.All(file.Cells, cell => Assert.Equal(3, cell.Rounds.Length));
        Assert.Equal([0, 40, 80], file.Conditions.ByRound.Select(round => round.StartedSeconds));
        // Two rounds began before second 60, one after it.
        Assert.Equal(new SustainedRun(120, 60, 2, 1), file.Sustained);
        Assert.All(file.Cells, cell => Assert.True(cell.Sustained is { FirstNs: > 0, LastNs: > 0 }));
        // Said before the clock goes on, of the last cell of each round.
        Assert.Equal([90, 50, 10], new[] { 3, 7, 11 }.Select(cell => Math.Round(recorder.TimesLeft[cell].TotalSeconds, 3)));
        Assert.Equal(ResultFileJson.Serialize(file), ResultFileJson.Serialize(Stored()));

        Assert.Contains("cooled down", Assert.Throws<RunException>(
            () => Run(request with { Resume = file with { Complete = false } })).Message, StringComparison.Ordinal);
    }
}
