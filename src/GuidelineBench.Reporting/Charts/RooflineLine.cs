using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>A ceiling as it is drawn.</summary>
/// <param name="Name">With its number.</param>
/// <param name="IsPeak">Whether it is the multiply-add rate and not a bandwidth.</param>
internal sealed record RooflineLine(string Name, bool IsPeak, double X1, double Y1, double X2, double Y2)
{
    private const double NameDistance = 4, NameHeight = 9;

    /// <returns>The peak first, then bandwidths from the highest on, each up to the peak; those that lie beside the plot are left out.</returns>
    public static IEnumerable<RooflineLine> Of(Ceiling ceiling, LogarithmicScale across, LogarithmicScale up)
    {
        double peak = ceiling.FmaGflops, ridge = peak / ceiling.BandwidthGBs.Values.DefaultIfEmpty(double.PositiveInfinity).Max();
        if (peak <= up.Maximum && ridge < across.Maximum)
            yield return new RooflineLine(
                $"multiply-adds {Numbers.WithUnit(peak, "GFLOP/s")}", true,
                across.PositionWithin(ridge), up.PositionWithin(peak), across.PositionWithin(across.Maximum), up.PositionWithin(peak));
        foreach ((string level, double bandwidth) in ceiling.BandwidthGBs.OrderByDescending(level => level.Value))
        {
            double from = Math.Max(across.Minimum, up.Minimum / bandwidth), to = Math.Min(across.Maximum, peak / bandwidth);
            if (from < to)
                yield return new RooflineLine(
                    $"{level} {Numbers.WithUnit(bandwidth, "GB/s")}", false,
                    across.PositionWithin(from), up.PositionWithin(from * bandwidth), across.PositionWithin(to), up.PositionWithin(to * bandwidth));
        }
    }

    /// <summary>In the picture.</summary>
    public double Length => Math.Sqrt((X2 - X1) * (X2 - X1) + (Y2 - Y1) * (Y2 - Y1));

    /// <summary>Of the line against the horizontal, clockwise.</summary>
    public double Degrees => Math.Atan2(Y2 - Y1, X2 - X1) * 180 / Math.PI;

    /// <summary>Where the base line of the name lies, on the line's upper side.</summary>
    /// <param name="along">0 at the left end, 1 at the right one.</param>
    public (double X, double Y) NameAt(double along) => Beside(along, NameDistance);

    /// <summary>What a name takes, as a chain of boxes.</summary>
    public IEnumerable<Box> NameBoxes(double from, double to)
    {
        int steps = 1 + (int)((to - from) * Length / 4);
        for (int step = 0; step <= steps; step++)
        {
            (double x, double y) = Beside(from + (to - from) * step / steps, NameDistance + NameHeight / 2);
            yield return Box.Around(x, y, NameHeight / 2);
        }
    }

    private (double X, double Y) Beside(double along, double distance) => (
        X1 + (X2 - X1) * along + distance * (Y2 - Y1) / Length,
        Y1 + (Y2 - Y1) * along - distance * (X2 - X1) / Length);
}
