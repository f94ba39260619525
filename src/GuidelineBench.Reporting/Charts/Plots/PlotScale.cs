using ScottPlot;
using ScottPlot.TickGenerators;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>Where the values of an axis lie in a plot: at themselves, or at their logarithms, which ScottPlot has no axis for.</summary>
/// <param name="Minimum">In the axis' own unit, as <paramref name="Maximum"/>.</param>
internal sealed record PlotScale(ChartAxis Axis, double Minimum, double Maximum)
{
    /// <summary>What a file says may be any number; an axis must stay one that can be drawn.</summary>
    private const double Least = 1e-9, Most = 1e15;

    private const int MostTicks = 8;

    /// <summary>Ticks between powers of ten, from the most to the fewest.</summary>
    private static readonly double[][] Digits =
    [
        [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9], [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9], [1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1],
    ];

    /// <summary>The axis that holds the values with some room at its ends.</summary>
    public static PlotScale Around(ChartAxis axis, IReadOnlyCollection<double> values)
    {
        (double least, double most) = (Drawn(axis, values.Min()), Drawn(axis, values.Max()));
        if (!axis.Logarithmic)
        {
            double margin = Math.Max(0.06 * (most - least), 0.02 * Math.Max(1, Math.Abs(most)));
            return new PlotScale(axis, least - margin, most + margin);
        }

        double room = Math.Max(1.12, Math.Pow(most / least, 0.06));
        (least, most) = (least / room, most * room);
        while (most / least < 2.6)
            (least, most) = (least / 1.1, most * 1.1);
        return new PlotScale(axis, least, most);
    }

    /// <summary>The axis with these ends, as far as they can be drawn.</summary>
    public static PlotScale Of(ChartAxis axis, AxisRange range)
    {
        double least = Drawn(axis, range.Minimum);
        return new PlotScale(axis, least, Math.Max(Drawn(axis, range.Maximum), axis.Logarithmic ? 1.1 * least : least + 1e-3));
    }

    /// <summary>Coordinate of the plot; of values beyond the axis that of its end.</summary>
    public double Place(double value)
    {
        double within = Math.Clamp(value, Minimum, Maximum);
        return Axis.Logarithmic ? Math.Log10(within) : within;
    }

    public ITickGenerator Ticks(int count)
    {
        if (!Axis.Logarithmic)
            return Few(Label, count);
        double[] ticks = Digits.Select(digits => RoundValues(digits).ToArray()).FirstOrDefault(ticks => ticks.Length <= MostTicks) ?? [Minimum, Maximum];
        return new NumericManual([.. ticks.Select(Place)], [.. ticks.Select(Label)]);
    }

    public static ITickGenerator Few(Func<double, string> label, int count) => new NumericAutomatic { LabelFormatter = label, TargetTickCount = count };

    private static double Drawn(ChartAxis axis, double value) => Math.Clamp(value, axis.Logarithmic ? Least : -Most, Most);

    private string Label(double tick) => Numbers.Round(tick) + Axis.Unit;

    private IEnumerable<double> RoundValues(double[] digits) =>
        from exponent in Enumerable.Range((int)Math.Floor(Math.Log10(Minimum)), 2 + (int)Math.Ceiling(Math.Log10(Maximum / Minimum)))
        from digit in digits
        let tick = digit * Math.Pow(10, exponent)
        where tick >= Minimum && tick <= Maximum
        select tick;
}
