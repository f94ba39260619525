namespace GuidelineBench.Reporting.Charts;

/// <summary>A linear axis with round ticks.</summary>
/// <param name="Minimum">Value at <paramref name="Start"/>.</param>
/// <param name="Maximum">Value at <paramref name="End"/>.</param>
internal sealed record AxisScale(double Minimum, double Maximum, double Start, double End, double Step) : IAxisScale
{
    /// <summary>No ratio of times is larger; a file that says otherwise must not break the page.</summary>
    private const double LargestValue = 1e12;

    /// <summary>The axis whose ends are whole steps around the values.</summary>
    public static AxisScale Around(double least, double most, double start, double end, int mostSteps)
    {
        most = Math.Min(most, LargestValue);
        double step = StepFor((most - least) / mostSteps);
        return new AxisScale(Math.Floor(least / step) * step, Math.Ceiling(most / step) * step, start, end, step);
    }

    public double Position(double value) => Start + (value - Minimum) / (Maximum - Minimum) * (End - Start);

    /// <summary>The same for values beyond the axis: at its end.</summary>
    public double PositionWithin(double value) => Position(Math.Clamp(value, Minimum, Maximum));

    public IEnumerable<double> Ticks =>
        Enumerable.Range(0, 1 + (int)Math.Round((Maximum - Minimum) / Step)).Select(tick => Minimum + tick * Step);

    /// <summary>1, 2, 2.5 or 5 times a power of ten, not under the given length.</summary>
    private static double StepFor(double length)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(length)));
        foreach (double step in (ReadOnlySpan<double>)[1, 2, 2.5, 5])
            if (step * power >= length * 0.999)
                return step * power;
        return 10 * power;
    }
}
