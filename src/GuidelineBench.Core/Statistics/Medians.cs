using Perfolizer.Mathematics.QuantileEstimators;
using Pragmastat;

namespace GuidelineBench.Core.Statistics;

/// <summary>Sample quantiles, [Hyndman1996] definition 7, by Perfolizer.</summary>
public static class Medians
{
    /// <param name="values">One or more.</param>
    public static double Median(IReadOnlyList<double> values) =>
        SimpleQuantileEstimator.Instance.Median(new Sample(values)).NominalValue;

    /// <param name="values">One or more.</param>
    public static double LowerQuartile(IReadOnlyList<double> values) =>
        SimpleQuantileEstimator.Instance.Quantile(new Sample(values), 0.25).NominalValue;

    /// <summary>The difference of the quartiles over the median: a spread in parts of the value.</summary>
    /// <param name="values">One or more.</param>
    public static double RelativeInterquartileRange(IReadOnlyList<double> values)
    {
        double[] quartiles = SimpleQuantileEstimator.Instance.Quantiles(values, [0.25, 0.5, 0.75]);
        return (quartiles[2] - quartiles[0]) / quartiles[1];
    }
}
