using GuidelineBench.Benchmarks.Rounds;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

public sealed class RoundOrderTests
{
    [Fact]
    public void EveryOrderHoldsEveryCellOnce()
    {
        for (int round = 1; round <= 15; round++)
            Assert.Equal(Enumerable.Range(0, 63), RoundOrder.Of(63, seed: 1, round).Order());
    }

    [Fact]
    public void RoundsAndSeedsDiffer()
    {
        string[] orders = [..
            from seed in Enumerable.Range(1, 10)
            from round in Enumerable.Range(1, 15)
            select string.Join(',', RoundOrder.Of(63, seed, round))];

        Assert.Equal(150, orders.Distinct().Count());
    }

    [Fact]
    public void TheSameSeedAndRoundGiveTheSameOrder() =>
        Assert.Equal(RoundOrder.Of(63, seed: 3, round: 7), RoundOrder.Of(63, seed: 3, round: 7));

    /// <summary>Over many rounds a cell is early as often as late: its mean place among 10 is 4.5, with a standard error of 2.87 / sqrt(1000) = 0.09.</summary>
    [Fact]
    public void NoCellIsFavoured()
    {
        double[] places = new double[10];
        for (int round = 1; round <= 1000; round++)
        {
            int[] order = RoundOrder.Of(10, seed: 1, round);
            for (int place = 0; place < order.Length; place++)
                places[order[place]] += place / 1000.0;
        }

        Assert.All(places, place => Assert.InRange(place, 4.05, 4.95));
    }
}
