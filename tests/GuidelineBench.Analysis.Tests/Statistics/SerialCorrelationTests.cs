using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Tests.Statistics;

public sealed class SerialCorrelationTests
{
    /// <summary>Ranks 1 to 5 less 3 are -2 to 2: products 2 + 0 + 0 + 2 = 4, squares 10, so (4 + 10 / 5) / (10 * 4 / 5).</summary>
    [Fact]
    public void A_worked_example() => Assert.Equal(0.75, SerialCorrelation.Of([[1.0, 2, 3, 40, 500]])!.Value, 12);

    [Fact]
    public void Values_in_turn_are_negative() => Assert.True(SerialCorrelation.Of([[1.0, 9, 2, 8, 3, 7]]) < -0.5);

    [Fact]
    public void Independent_values_have_none_in_the_mean()
    {
        var random = new Random(7);
        double[][] series = [.. Enumerable.Range(0, 4000).Select(_ => Enumerable.Range(0, 5).Select(_ => random.NextDouble()).ToArray())];

        Assert.InRange(SerialCorrelation.Of(series)!.Value, -0.03, 0.03);
    }

    [Fact]
    public void Series_that_say_nothing_give_none()
    {
        Assert.Null(SerialCorrelation.Of([]));
        Assert.Null(SerialCorrelation.Of([[1.0, 2]]));
        Assert.Null(SerialCorrelation.Of([[3.0, 3, 3, 3]]));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-0.4, 1)]
    [InlineData(0.5, 1.0 / 3)]
    public void Correlated_values_count_for_less(double correlation, double share) =>
        Assert.Equal(share, SerialCorrelation.EffectiveShare(correlation), 12);
}
