using GuidelineBench.Reporting.Charts;
using GuidelineBench.Reporting.Charts.Plots;
using ScottPlot;

namespace GuidelineBench.Reporting.Tests.Charts;

public sealed class PlotScaleTests
{
    private static readonly ChartAxis Logarithmic = new("images/s", Logarithmic: true), Linear = new("%", Logarithmic: false, "x");

    [Fact]
    public void Equal_ratios_are_equally_long()
    {
        var scale = new PlotScale(Logarithmic, 1, 1000);

        Assert.Equal([0, 1, 2, 3], new[] { 1.0, 10, 100, 1000 }.Select(value => Math.Round(scale.Place(value), 9)));
    }

    [Theory]
    [InlineData(1, 1000, new[] { "1", "10", "100", "1\u202F000" })]
    [InlineData(40, 1000, new[] { "50", "100", "200", "500", "1\u202F000" })]
    [InlineData(130, 340, new[] { "140", "160", "180", "200", "250", "300" })]
    [InlineData(1.9, 2.6, new[] { "2", "2.5" })]
    public void Ticks_of_ratios_are_round_values_of_the_axis_and_few(double least, double most, string[] ticks)
    {
        var scale = new PlotScale(Logarithmic, least, most);
        ITickGenerator generator = scale.Ticks(8);
        using Paint paint = Paint.NewDisposablePaint();
        generator.Regenerate(new CoordinateRange(Math.Log10(least), Math.Log10(most)), Edge.Bottom, new PixelLength(700), paint, new LabelStyle());

        Assert.Equal(ticks, generator.Ticks.Select(tick => tick.Label));
        Assert.All(generator.Ticks, tick => Assert.InRange(tick.Position, Math.Log10(least), Math.Log10(most)));
    }

    [Theory]
    [InlineData(true, 50, 50)]
    [InlineData(true, 3, 900)]
    [InlineData(true, 0, 1e300)]
    [InlineData(true, 1e-300, 1e-300)]
    [InlineData(false, 50, 50)]
    [InlineData(false, -1e300, 1e300)]
    [InlineData(false, 0, 0)]
    public void Any_values_lie_inside_an_axis_that_can_be_drawn(bool logarithmic, double least, double most)
    {
        PlotScale scale = PlotScale.Around(logarithmic ? Logarithmic : Linear, [least, most]);

        Assert.True(scale.Place(scale.Minimum) < scale.Place(scale.Maximum));
        Assert.All([least, most], value => Assert.InRange(scale.Place(value), scale.Place(scale.Minimum), scale.Place(scale.Maximum)));
    }
}
