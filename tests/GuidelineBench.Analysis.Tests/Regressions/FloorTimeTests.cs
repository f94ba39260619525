using GuidelineBench.Analysis.Regressions;

namespace GuidelineBench.Analysis.Tests.Regressions;

public class FloorTimeTests
{
    /// <summary>Medians of the rounds: 100, 110, 120, 150, 200. Quartile and median are the second and the third.</summary>
    [Fact]
    public void The_fastest_rounds_median_and_how_far_the_others_lie_above()
    {
        FloorTime time = FloorTime.Of(Cells.Cell("1:1", 1, [150], [90, 100, 300], [200, 200], [110], [120]))!.Value;
        Assert.Equal(100, time.Ns, 9);
        Assert.Equal(Math.Log(1.1), time.Gap, 9);
        Assert.Equal(Math.Log(1.2), time.MedianGap, 9);
        Assert.Equal(5, time.Rounds);
    }

    /// <summary>The quartile of 20 rounds; sqrt(5 / 20) is one half.</summary>
    [Fact]
    public void More_rounds_know_the_fastest_better()
    {
        double[][] rounds = [[100], .. Enumerable.Repeat(new[] { 121.0 }, 19)];
        Assert.Equal(Math.Log(1.1), FloorTime.Of(Cells.Cell("1:1", 1, rounds))!.Value.Gap, 9);
    }

    [Fact]
    public void A_cell_without_rounds_has_none() => Assert.Null(FloorTime.Of(Cells.Cell("1:1", 1)));
}
