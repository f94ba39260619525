using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

public sealed class SustainedWindowsTests
{
    [Fact]
    public void RoundsThatStartInTheFirstAndInTheLastMinuteAreCompared()
    {
        // Rounds of 25 s over 5 minutes: 0, 25, 50 start in the first minute; 250 and 275 after 300 - 60.
        SustainedWindows windows = SustainedWindows.Of([.. Enumerable.Range(0, 12).Select(round => 25.0 * round)], end: 300);

        Assert.Equal([0, 1, 2], windows.First);
        Assert.Equal([10, 11], windows.Last);
    }

    [Fact]
    public void RoundsLongerThanAMinuteAreComparedOneToOne()
    {
        SustainedWindows windows = SustainedWindows.Of([0, 100, 200], end: 300);

        Assert.Equal([0], windows.First);
        Assert.Equal([2], windows.Last);
    }

    [Fact]
    public void ACellsTimesAreMediansOfItsRounds()
    {
        SustainedWindows windows = SustainedWindows.Of([0, 30, 100, 200], end: 230);
        CellResult cell = Cell([10, 12, 11], [13], [100], [15, 14]);

        // Medians of the rounds: 11, 13 | 14.5.
        Assert.Equal(new SustainedTimes(12, 14.5), windows.Compare(cell));
        Assert.Null(windows.Compare(Cell([10])));
    }

    private static CellResult Cell(params double[][] rounds) => new()
    {
        Experiment = "network:x",
        Row = "x",
        Backend = "fake",
        Threads = 1,
        Batch = 1,
        Variant = "fused",
        MultiplyAdds = 1,
        MemoryAccess = 1,
        MemoryAccessBound = 1,
        Rounds = [.. rounds.Select(ImmutableArray.Create)],
    };
}
