using System.Collections.Immutable;
using Perfolizer.Mathematics.Cpd;
using Perfolizer.Mathematics.Distributions.ContinuousDistributions;

namespace GuidelineBench.Analysis.Histories;

/// <summary>
/// Finds where a row's time stepped to another level. ED-PELT, [Haynes2017], proposes places: it splits a series where
/// its distribution changes, but is made to find every change, and among 51 rows of pure noise it nearly always finds one.
/// So each proposal has to pass:
/// <list type="number">
/// <item>Fewer than <see cref="FewestRuns"/> values: nothing is claimed.</item>
/// <item>ED-PELT splits the logarithms into segments of <see cref="ShortestSegment"/> values or more.</item>
/// <item>Of each place: the step of the medians is <see cref="SmallestStep"/> or more;</item>
/// <item>of all pairs of a value before and one after, <see cref="LeastOrdered"/> or more are in the order of the step, so
/// that a cluster of outliers is no level of its own;</item>
/// <item>the step over its standard error is at least <see cref="Threshold"/>.</item>
/// <item>The place that fails by most is removed, its segments become one, and the others are judged anew, until all pass.</item>
/// <item>ED-PELT compares distributions at few quantiles and can miss a clear step's run by one or two: each place moves to
/// where, that near, the two levels leave the least absolute deviations.</item>
/// </list>
/// </summary>
public static class StepDetection
{
    /// <summary>Values on each side of a step; of fewer, some of 51 rows lie apart by chance in most histories.</summary>
    public const int ShortestSegment = 5;

    /// <summary>Two segments.</summary>
    public const int FewestRuns = 2 * ShortestSegment;

    /// <summary>In parts of the time: steps that nobody would look for are not worth a false alarm.</summary>
    public const double SmallestStep = 0.02;

    private const double LeastOrdered = 0.9;

    /// <summary>In runs.</summary>
    private const int Nearness = 2;

    /// <summary>The chance of a false alarm anywhere in the rows of a history that is aimed at, for independent noise.</summary>
    private const double Level = 0.01;

    /// <summary>Runs that follow each other resemble each other; 1.5 is what a correlation of 0.38 does to the error of a mean.</summary>
    private const double Correlation = 1.5;

    /// <summary>A median's standard error over a mean's, for normal noise.</summary>
    private static readonly double MedianError = Math.Sqrt(Math.PI / 2);

    /// <summary>Below this a spread is rounding; equal values must not make every step endless.</summary>
    private const double LeastNoise = 1e-4;

    /// <param name="times">Above 0, in the order of the runs.</param>
    /// <param name="rows">Rows of the history, as many chances of a false alarm.</param>
    public static StepFindings Of(IReadOnlyList<double> times, int rows)
    {
        double[] values = [.. times.Select(time => Math.Log(time))];
        if (values.Length < FewestRuns)
            return new StepFindings([], null, null);
        double threshold = Threshold(values.Length, rows);
        // The detector's index is that of the last value before a step.
        List<int> places = [.. EdPeltChangePointDetector.Instance.GetChangePointIndexes(values, ShortestSegment).Select(index => index + 1)];
        while (true)
        {
            var segments = Segments.Of(values, places);
            if (places.Count == 0 || Weakest(segments, threshold) is not { } weakest)
                return new StepFindings(Moved(values, places), segments.Noise, Visible(values.Length, segments.Noise, threshold));
            places.RemoveAt(weakest);
        }
    }

    /// <summary>
    /// Student's quantile at <see cref="Level"/> over all rows and places of a step in either direction (Bonferroni), widened
    /// for the correlation of runs that follow each other.
    /// </summary>
    private static double Threshold(int runs, int rows) =>
        Correlation * new StudentDistribution(runs - 2).Quantile(1 - Level / (2.0 * Math.Max(1, rows) * runs));

    /// <returns>Index of the place that fails by most; null when all pass.</returns>
    private static int? Weakest(Segments segments, double threshold)
    {
        (int Place, double Strength)[] failing =
        [
            .. from place in Enumerable.Range(0, segments.Count - 1)
               let strength = Math.Abs(segments.Step(place)) / StandardError(segments, place)
               where strength < threshold || Math.Abs(segments.Step(place)) < Math.Log(1 + SmallestStep) || segments.Ordered(place) < LeastOrdered
               select (place, strength),
        ];
        return failing.Length == 0 ? null : failing.MinBy(candidate => candidate.Strength).Place;
    }

    private static ImmutableArray<int> Moved(double[] values, List<int> places)
    {
        int[] borders = [0, .. places, values.Length];
        for (int i = 1; i < borders.Length - 1; i++)
            borders[i] = Enumerable.Range(borders[i] - Nearness, 2 * Nearness + 1)
                .Where(place => place - borders[i - 1] >= ShortestSegment && borders[i + 1] - place >= ShortestSegment)
                .DefaultIfEmpty(borders[i])
                .MinBy(place => (Segments.Of(values[borders[i - 1]..borders[i + 1]], [place - borders[i - 1]]).Deviations, Math.Abs(place - borders[i])));
        return [.. borders[1..^1]];
    }

    /// <summary>Of the difference of two medians: by the noise of the whole row, or by the two segments' own where that is larger.</summary>
    private static double StandardError(Segments segments, int place)
    {
        double own = segments.Variance(place) / segments.Length(place) + segments.Variance(place + 1) / segments.Length(place + 1);
        double noise = Math.Max(LeastNoise, segments.Noise);
        double common = noise * noise * (1.0 / segments.Length(place) + 1.0 / segments.Length(place + 1));
        return MedianError * Math.Sqrt(Math.Max(own, common));
    }

    /// <summary>The least step in the middle of the runs that would be claimed, in parts of the time.</summary>
    private static double Visible(int runs, double noise, double threshold) => Math.Max(
        SmallestStep, Math.Exp(threshold * MedianError * Math.Max(LeastNoise, noise) * Math.Sqrt(4.0 / runs)) - 1);
}

/// <summary>Where a series of times stepped to another level.</summary>
/// <param name="Places">Indices of the first value after each step, in order.</param>
/// <param name="Noise">Spread from run to run inside the levels, in parts of the time (scaled to a standard deviation); null with too few values to judge.</param>
/// <param name="SmallestVisible">The least step in the middle of the series that would have been claimed, in parts of the time; null with too few values.</param>
public sealed record StepFindings(ImmutableArray<int> Places, double? Noise, double? SmallestVisible);
