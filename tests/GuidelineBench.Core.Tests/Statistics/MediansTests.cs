using CsCheck;
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

    /// <summary>[Hyndman1996] definition 7: the quantile p of n values in order stands at 1 + (n - 1) p, on the line between its neighbours.</summary>
    [Fact]
    public void Quantiles_stand_between_the_values_in_order() => Property.Holds(Gen.Double[1, 1e9].Array[1, 30], values =>
    {
        double[] sorted = [.. values.Order()];

        Near(0.5, Medians.Median(values));
        Near(0.25, Medians.LowerQuartile(values));
        Assert.Equal((At(0.75) - At(0.25)) / At(0.5), Medians.RelativeInterquartileRange(values), 1e-9);

        void Near(double p, double actual) => Assert.Equal(At(p), actual, 1e-9 * At(p));

        double At(double p)
        {
            double place = (sorted.Length - 1) * p;
            int below = (int)place, above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        }
    });

    [Fact]
    public void Interquartile_range_is_relative_to_the_median() =>
        Assert.Equal((40.0 - 20.0) / 30.0, Medians.RelativeInterquartileRange([50, 10, 20, 40, 30]), 12);
}
