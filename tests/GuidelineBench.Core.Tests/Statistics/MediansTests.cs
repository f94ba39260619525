using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Core.Tests.Statistics;

public sealed class MediansTests
{
    [Fact]
    public void Median_is_the_middle_value_or_the_mean_of_the_two_middle_ones()
    {
        Assert.Equal(3, Medians.Median([9, 1, 3]));
        Assert.Equal(2.5, Medians.Median([4, 1, 3, 2]));
        Assert.Equal(7, Medians.Median([7]));
    }

    [Fact]
    public void Interquartile_range_is_relative_to_the_median() =>
        Assert.Equal((40.0 - 20.0) / 30.0, Medians.RelativeInterquartileRange([50, 10, 20, 40, 30]), 12);
}
