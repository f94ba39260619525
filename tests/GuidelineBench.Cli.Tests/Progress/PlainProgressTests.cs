using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Progress;

namespace GuidelineBench.Cli.Tests.Progress;

public class PlainProgressTests
{
    [Fact]
    public void SaysEachPhaseAndTheLastRoundButNotEveryRound()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var clock = new HandClock();
        var progress = new PlainProgress(output, clock);

        progress.Started(cells: 4, firstRound: 1, rounds: 3);
        progress.PhaseStarted(RunPhase.Preparing);
        progress.CellPrepared("table1/1:1/x1", null);
        progress.CellPrepared("table1/1:2/x1", "its output is wrong");
        progress.PhaseStarted(RunPhase.Ceilings);
        progress.PhaseStarted(RunPhase.Measuring);
        progress.CellMeasured("table1/1:1/x1", 1, 1e6, TimeSpan.FromSeconds(70));
        progress.RoundFinished(1);
        clock.Seconds = 30;
        progress.RoundFinished(2);
        progress.RoundFinished(3);

        Assert.Equal(
            """
            compiling and verifying 4 cells
            table1/1:2/x1 is skipped: its output is wrong
            measuring the machine's ceilings
            measuring 4 cells
            round 2 of 3 done, 1 min 10 s left
            round 3 of 3 done

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    /// <summary>A clock that stands still until it is set.</summary>
    private sealed class HandClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
