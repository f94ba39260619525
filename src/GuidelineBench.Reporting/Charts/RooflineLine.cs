using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>A ceiling as it is drawn.</summary>
/// <param name="Name">With its number.</param>
/// <param name="IsPeak">Whether it is the multiply-add rate and not a bandwidth.</param>
internal sealed record RooflineLine(string Name, bool IsPeak, double X1, double Y1, double X2, double Y2)
{
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

    /// <summary>Places along the line, from its left end.</summary>
    public IEnumerable<(double X, double Y)> Points(int steps) =>
        Enumerable.Range(0, steps + 1).Select(step => (X1 + (X2 - X1) * step / steps, Y1 + (Y2 - Y1) * step / steps));
}
