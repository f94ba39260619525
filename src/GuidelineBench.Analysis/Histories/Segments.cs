using System.Collections.Immutable;

namespace GuidelineBench.Analysis.Histories;

/// <summary>A series split into levels.</summary>
/// <param name="Noise">
/// Median absolute deviation from the own segment's median, scaled to the standard deviation of normal noise; the smallest
/// deviations, one for each median that was fitted, do not count.
/// </param>
internal sealed record Segments(ImmutableArray<double[]> Parts, ImmutableArray<double> Medians, double Noise)
{
    private const double MadToDeviation = 1.4826;

    public int Count => Parts.Length;

    /// <param name="places">Indices of the first value of each segment but the first.</param>
    public static Segments Of(double[] values, IReadOnlyList<int> places)
    {
        int[] borders = [0, .. places, values.Length];
        ImmutableArray<double[]> parts = [.. borders.Zip(borders.Skip(1), (from, to) => values[from..to])];
        ImmutableArray<double> medians = [.. parts.Select(part => Core.Statistics.Medians.Median(part))];
        double[] deviations = [.. parts.SelectMany((part, index) => part.Select(value => Math.Abs(value - medians[index]))).Order().Skip(parts.Length)];
        return new Segments(parts, medians, MadToDeviation * Core.Statistics.Medians.Median(deviations));
    }

    /// <summary>Sum of the absolute deviations from the own segment's median.</summary>
    public double Deviations => Parts.Select((part, segment) => part.Sum(value => Math.Abs(value - Medians[segment]))).Sum();

    public int Length(int segment) => Parts[segment].Length;

    /// <summary>From the median of a segment to that of the next.</summary>
    public double Step(int place) => Medians[place + 1] - Medians[place];

    public double Variance(int segment)
    {
        double[] part = Parts[segment];
        double mean = part.Average();
        return part.Sum(value => (value - mean) * (value - mean)) / (part.Length - 1);
    }

    /// <summary>The share of pairs of a value before and one after that are in the order of the step; equal ones count half.</summary>
    public double Ordered(int place)
    {
        double[] after = [.. Parts[place + 1].Order()];
        double above = Parts[place].Sum(value => after.Length - (CountBelow(after, value, orEqual: true) + CountBelow(after, value, orEqual: false)) / 2.0);
        double share = above / ((double)Length(place) * after.Length);
        return Step(place) > 0 ? share : 1 - share;
    }

    private static int CountBelow(double[] sorted, double value, bool orEqual)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
