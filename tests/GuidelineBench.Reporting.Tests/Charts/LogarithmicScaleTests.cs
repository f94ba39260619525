using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Tests.Charts;

public sealed class LogarithmicScaleTests
{
    [Fact]
    public void Equal_ratios_are_equally_long()
    {
        var axis = new LogarithmicScale(1, 1000, 0, 300);

        Assert.Equal([0, 100, 200, 300], new[] { 1.0, 10, 100, 1000 }.Select(value => Math.Round(axis.PositionWithin(value), 9)));
    }

    [Theory]
    [InlineData(1, 1000, new[] { 1.0, 10, 100, 1000 })]
    [InlineData(40, 1000, new[] { 50.0, 100, 200, 500, 1000 })]
    [InlineData(130, 340, new[] { 140.0, 160, 180, 200, 250, 300 })]
    [InlineData(1.9, 2.6, new[] { 2, 2.5 })]
    public void Ticks_are_round_values_of_the_axis_and_few(double least, double most, double[] ticks) =>
        Assert.Equal(ticks, new LogarithmicScale(least, most, 0, 100).Ticks.Select(tick => Math.Round(tick, 9)));

    [Theory]
    [InlineData(50, 50)]
    [InlineData(3, 900)]
    [InlineData(0, 1e300)]
    [InlineData(1e-300, 1e-300)]
    public void Any_values_lie_inside_an_axis_that_can_be_drawn(double least, double most)
    {
        LogarithmicScale axis = LogarithmicScale.Around(least, most, 0, 100);

        Assert.All([least, most], value => Assert.InRange(axis.PositionWithin(value), 0, 100));
        Assert.InRange(axis.Ticks.Count(), 1, 30);
    }
}
