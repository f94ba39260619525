namespace GuidelineBench.Reporting.Charts;

/// <summary>A logarithmic axis, with ticks at round numbers.</summary>
/// <param name="Minimum">Value at <paramref name="Start"/>, above 0.</param>
/// <param name="Maximum">Value at <paramref name="End"/>.</param>
internal sealed record LogarithmicScale(double Minimum, double Maximum, double Start, double End) : IAxisScale
{
    /// <summary>What a file says may be any positive number; an axis must stay one that can be drawn.</summary>
    private const double Least = 1e-9, Most = 1e15;

    private const int MostTicks = 8;

    /// <summary>Ticks between powers of ten, from the most to the fewest.</summary>
    private static readonly double[][] Digits =
    [
        [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9], [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9], [1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1],
    ];

    /// <summary>The axis that holds the values with some room at its ends, and one tick or more between them.</summary>
    public static LogarithmicScale Around(double least, double most, double start, double end)
    {
        (least, most) = (Math.Clamp(least, Least, Most), Math.Clamp(most, Least, Most));
        double room = Math.Max(1.12, Math.Pow(most / least, 0.06));
        (least, most) = (least / room, most * room);
        while (most / least < 2.6)
            (least, most) = (least / 1.1, most * 1.1);
        return new LogarithmicScale(least, most, start, end);
    }

    public IEnumerable<double> Ticks =>
        Digits.Select(digits => Steps(digits).ToArray()).FirstOrDefault(ticks => ticks.Length <= MostTicks) ?? [Minimum, Maximum];

    public double PositionWithin(double value) =>
        Start + Math.Log(Math.Clamp(value, Minimum, Maximum) / Minimum) / Math.Log(Maximum / Minimum) * (End - Start);

    private IEnumerable<double> Steps(double[] digits) =>
        from exponent in Enumerable.Range((int)Math.Floor(Math.Log10(Minimum)), 2 + (int)Math.Ceiling(Math.Log10(Maximum / Minimum)))
        from digit in digits
        let tick = digit * Math.Pow(10, exponent)
        where tick >= Minimum && tick <= Maximum
        select tick;
}
