using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Tests.Statistics;

public sealed class MedianIntervalsTests
{
    /// <summary>Ranks from the binomial tables: the largest k with 1 - 2 P(X &lt; k) of at least 0.95, X of n halves.</summary>
    [Theory]
    [InlineData(5, 1, 0.9375)] // 1 - 2/32: no rank reaches 95 %, so the range
    [InlineData(6, 1, 0.96875)] // 1 - 2/64; with k = 2 only 1 - 14/64
    [InlineData(9, 2, 0.9609375)] // 1 - 20/512
    [InlineData(15, 4, 0.96484375)] // 1 - 2 * 576/32768
    [InlineData(20, 6, 0.958610534667969)] // 1 - 2 * 21700/1048576
    public void Ranks_and_coverage_are_those_of_the_binomial_distribution(int count, int rank, double coverage)
    {
        double[] values = [.. Enumerable.Range(1, count).Select(value => (double)value).Reverse()];

        Interval interval = Assert.NotNull(MedianIntervals.Of(values));

        Assert.Equal(rank, interval.Lower);
        Assert.Equal(count + 1 - rank, interval.Upper);
        Assert.Equal(coverage, interval.Confidence, 8);
    }

    [Fact]
    public void Fewer_than_five_values_have_no_interval() => Assert.Null(MedianIntervals.Of([1, 2, 3, 4]));

    [Theory]
    [InlineData(1, 2, 2, 3, true)]
    [InlineData(1, 2, 2.1, 3, false)]
    [InlineData(2.1, 3, 1, 2, false)]
    [InlineData(1, 4, 2, 3, true)]
    public void Intervals_overlap_when_they_share_a_point(double lower, double upper, double otherLower, double otherUpper, bool overlap) =>
        Assert.Equal(overlap, new Interval(lower, upper, 0.95).Overlaps(new Interval(otherLower, otherUpper, 0.95)));
}
