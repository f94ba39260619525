using ScottPlot;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>Finds room for labels, one after the other: around each of the label's points, nearest places first, the first one that lies in the plot and touches neither a mark nor a label placed before.</summary>
/// <param name="distances">How many steps away from its point a label may lie.</param>
internal sealed class LabelPlacement(Box plot, IEnumerable<Box> marks, int distances = 24)
{
    private const double Height = 13, Gap = 7, Step = 7;
    private readonly List<Box> taken = [.. marks];

    /// <returns>The label's box and the point that it belongs to; null when there is no room.</returns>
    public (Box Box, Pixel Point)? Place(string label, IReadOnlyList<Pixel> points)
    {
        double width = ChartText.Width(label) + 2;
        IEnumerable<(Box Box, Pixel Point)?> free =
            from distance in Enumerable.Range(0, distances)
            from point in points
            from box in Candidates(point.X, point.Y, width, Gap + distance * Step)
            where plot.Contains(box) && !taken.Any(box.Overlaps)
            select ((Box, Pixel)?)(box, point);
        (Box Box, Pixel Point)? found = free.FirstOrDefault();
        if (found is { } place)
            taken.Add(place.Box);
        return found;
    }

    private static IEnumerable<Box> Candidates(double x, double y, double width, double distance)
    {
        double diagonal = distance * 0.7;
        yield return At(x + distance, y - Height / 2);
        yield return At(x - distance - width, y - Height / 2);
        yield return At(x + diagonal, y - diagonal - Height);
        yield return At(x + diagonal, y + diagonal);
        yield return At(x - width / 2, y - distance - Height);
        yield return At(x - width / 2, y + distance);
        yield return At(x - diagonal - width, y - diagonal - Height);
        yield return At(x - diagonal - width, y + diagonal);

        Box At(double left, double top) => new(left, top, left + width, top + Height);
    }
}

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

internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public Pixel Middle => new((Left + Right) / 2, (Top + Bottom) / 2);
    public static Box Around(Pixel middle, double radius) => new(middle.X - radius, middle.Y - radius, middle.X + radius, middle.Y + radius);
    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    public bool Contains(Box other) => Left <= other.Left && Top <= other.Top && other.Right <= Right && other.Bottom <= Bottom;
}
