using ScottPlot;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>Where the name of a straight line lies: along it, on its upper side.</summary>
/// <param name="Place">Middle of its lower side.</param>
/// <param name="Degrees">Of the line against the horizontal, clockwise.</param>
/// <param name="Boxes">What it takes, as a chain of boxes.</param>
internal sealed record LineName(Pixel Place, float Degrees, IReadOnlyList<Box> Boxes)
{
    private const double Distance = 2, Height = 11;

    /// <summary>Where the middle of a name may lie, in parts of the line.</summary>
    private static readonly double[] Places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

    /// <returns>The first place where nothing lies; null where there is none.</returns>
    public static LineName? Find(string name, Pixel from, Pixel to, IReadOnlyCollection<Box> taken)
    {
        double length = Math.Max(1, Math.Sqrt((to.X - from.X) * (to.X - from.X) + (to.Y - from.Y) * (to.Y - from.Y)));
        double half = ChartText.Width(name) / 2 / length;
        foreach (double place in Places.Where(place => place > half && place < 1 - half))
        {
            int steps = 1 + (int)(2 * half * length / 4);
            Box[] boxes = [.. Enumerable.Range(0, steps + 1).Select(step => Box.Around(Beside(place - half + 2 * half * step / steps, Distance + Height / 2), Height / 2))];
            if (!boxes.Any(box => taken.Any(box.Overlaps)))
                return new LineName(Beside(place, Distance), (float)(Math.Atan2(to.Y - from.Y, to.X - from.X) * 180 / Math.PI), boxes);
        }

        return null;

        Pixel Beside(double along, double distance) => new(
            from.X + (to.X - from.X) * along + distance * (to.Y - from.Y) / length,
            from.Y + (to.Y - from.Y) * along - distance * (to.X - from.X) / length);
    }
}
