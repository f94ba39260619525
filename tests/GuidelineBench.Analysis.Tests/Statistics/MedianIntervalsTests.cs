using CsCheck;
using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Tests.Statistics;

public sealed class MedianIntervalsTests
{
    /// <summary>Ranks from the binomial tables: the largest k with 1 - 2 P(X &lt; k) of at least 0.95, X of n halves.</summary>
    [Theory]
    [InlineData(5, 1, 0.9375)] // 1 - 2/32: no rank reaches 95 %, so the range
    [InlineData(20, 6, 0.958610534667969)] // 1 - 2 * 21700/1048576
    public void Ranks_and_coverage_are_those_of_the_binomial_distribution(int count, int rank, double coverage)
    {
        double[] values = [.. Enumerable.Range(1, count).Select(value => (double)value).Reverse()];

        Interval interval = Assert.NotNull(MedianIntervals.Of(values));

        Assert.Equal(rank, interval.Lower);
        Assert.Equal(count + 1 - rank, interval.Upper);
        Assert.Equal(coverage, interval.Confidence, 8);
    }

    /// <summary>
    /// Each value lies below the median or above it, all 2^n ways alike: an interval from the k-th value to the k-th from the end
    /// covers it where k to n - k values lie below.
    /// </summary>
    [Fact]
    public void No_shorter_interval_between_two_values_covers_the_median_as_often_as_asked() => Property.Holds(
        Gen.Double[-1e6, 1e6].ArrayUnique[5, 16],
        values =>
        {
            Interval interval = Assert.NotNull(MedianIntervals.Of(values));

            int n = values.Length, rank = 1 + values.Count(value => value < interval.Lower);
            Assert.Equal(rank, 1 + values.Count(value => value > interval.Upper));
            Assert.Contains(interval.Lower, values);
            Assert.Contains(interval.Upper, values);
            Assert.Equal(Covered(n, rank), interval.Confidence, 1e-8);
            Assert.True(rank == 1 || Covered(n, rank) >= MedianIntervals.Confidence, $"rank {rank} of {n} is too far in");
            Assert.True(2 * (rank + 1) > n || Covered(n, rank + 1) < MedianIntervals.Confidence, $"rank {rank} of {n} could be further in");
        },
        number: 60);

    private static double Covered(int n, int rank) =>
        Enumerable.Range(0, 1 << n).Count(below => int.PopCount(below) is var count && count >= rank && count <= n - rank) / (double)(1 << n);

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
