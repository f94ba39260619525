using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Tests.Statistics;

public sealed class RankCorrelationTests
{
    /// <summary>The worked example of hours of television against intelligence quotient: 1 - 6 * 194 / (10 * 99).</summary>
    [Fact]
    public void Without_ties_it_is_one_less_six_times_the_squared_differences()
    {
        RankCorrelation correlation = Assert.NotNull(RankCorrelation.Of(
            [(106, 7), (100, 27), (86, 2), (101, 50), (99, 28), (103, 29), (97, 20), (113, 12), (112, 6), (110, 17)]));

        Assert.Equal(-29.0 / 165, correlation.Rho, 12);
        Assert.Equal(10, correlation.Count);
    }

    /// <summary>Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: deviations multiply to 4.5, squares sum to 4.5 and 5.</summary>
    [Fact]
    public void Equal_values_share_their_mean_rank() =>
        Assert.Equal(4.5 / Math.Sqrt(4.5 * 5), Assert.NotNull(RankCorrelation.Of([(10, 1), (20, 2), (20, 3), (30, 4)])).Rho, 12);

    [Fact]
    public void Only_the_order_counts()
    {
        Assert.Equal(1, Assert.NotNull(RankCorrelation.Of([(1, 1), (2, 100), (3, 101), (4, 1e9)])).Rho, 12);
        Assert.Equal(-1, Assert.NotNull(RankCorrelation.Of([(1, 9), (2, 8), (3, 7), (1000, 1)])).Rho, 12);
    }

    [Fact]
    public void Too_few_pairs_or_a_side_without_order_have_none()
    {
        Assert.Null(RankCorrelation.Of([(1, 1), (2, 2), (3, 3)]));
        Assert.Null(RankCorrelation.Of([(1, 5), (2, 5), (3, 5), (4, 5)]));
    }
}
