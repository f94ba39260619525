using GuidelineBench.Analysis.Networks;

namespace GuidelineBench.Analysis.Tests.Networks;

public sealed class RankingTests
{
    [Fact]
    public void Equal_speeds_share_a_place_and_what_has_no_speed_has_none()
    {
        var ranks = Ranking.Of<(string Name, double? Speed)>([("a", 10), ("b", 30), ("c", null), ("d", 30), ("e", 5)], item => item.Speed);

        Assert.Equal([("a", 3), ("b", 1), ("d", 1), ("e", 4)], ranks.Select(rank => (rank.Key.Name, rank.Value)).Order());
    }
}
