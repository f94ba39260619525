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
            Request() with { Rounds = 3, Cooldown = TimeSpan.FromHours(1) },
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
        // Time for a second round on a busy machine too.
        var sustained = TimeSpan.FromSeconds(4);
        var recorder = new Recorder();
        ResultFile file = Run(Request() with { Rounds = 1, Sustained = sustained }, recorder);

        Assert.True(file.Rounds > 1);
        Assert.Equal((4, 1, null), recorder.Outline);
        Assert.Equal(file.Rounds, file.Conditions.ByRound.Length);
        Assert.All(file.Cells, cell => Assert.Equal(file.Rounds, cell.Rounds.Length));
        Assert.True(file.Sustained!.Seconds >= sustained.TotalSeconds);
        Assert.Equal(60, file.Sustained.WindowSeconds);
        Assert.All(file.Cells, cell => Assert.True(cell.Sustained is { FirstNs: > 0, LastNs: > 0 }));
        double[] starts = [.. file.Conditions.ByRound.Select(round => round.StartedSeconds!.Value)];
        Assert.Equal(starts.Order(), starts);
        Assert.Equal(ResultFileJson.Serialize(file), ResultFileJson.Serialize(Stored()));

        Assert.Contains("cooled down", Assert.Throws<RunException>(() => Run(
            Request() with { Rounds = 1, Sustained = sustained, Resume = file with { Complete = false } })).Message, StringComparison.Ordinal);
    }
}
