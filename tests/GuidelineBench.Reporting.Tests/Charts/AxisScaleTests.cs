using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Tests.Charts;

public sealed class AxisScaleTests
{
    [Theory]
    [InlineData(0, 2.08, 5, new[] { 0, 0.5, 1, 1.5, 2, 2.5 })]
    [InlineData(0, 3.9, 5, new[] { 0, 1.0, 2, 3, 4 })]
    [InlineData(0.94, 2.92, 8, new[] { 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3 })]
    public void Ticks_are_round_and_enclose_the_values(double least, double most, int steps, double[] ticks) =>
        Assert.Equal(ticks, AxisScale.Around(least, most, 0, 100, steps).Ticks.Select(tick => Math.Round(tick, 9)));

    [Fact]
    public void Positions_run_from_start_to_end()
    {
        AxisScale axis = AxisScale.Around(0, 2, 10, 110, 4);

        Assert.Equal([10, 60, 110], new[] { 0.0, 1, 2 }.Select(axis.Position));
    }
}
