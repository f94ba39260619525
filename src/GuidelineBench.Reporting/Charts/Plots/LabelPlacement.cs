using ScottPlot;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>
/// Finds room for labels, one after the other: around each of the label's points, nearest places first, the first one
/// that lies in the plot and touches neither a mark nor a label placed before.
/// </summary>
/// <param name="distances">How many steps away from its point a label may lie.</param>
internal sealed class LabelPlacement(Box plot, IEnumerable<Box> marks, int distances = 24)
{
    private const double Height = 13, Gap = 7, Step = 7;

    private readonly List<Box> taken = [.. marks];

    /// <returns>The label's box and the point that it belongs to; null when there is no room.</returns>
    public (Box Box, Pixel Point)? Place(string label, IReadOnlyList<Pixel> points)
    {
        double width = ChartText.Width(label) + 2;
        for (int distance = 0; distance < distances; distance++)
            foreach (Pixel point in points)
                foreach (Box box in Candidates(point.X, point.Y, width, Gap + distance * Step))
                    if (plot.Contains(box) && !taken.Any(box.Overlaps))
                    {
                        taken.Add(box);
                        return (box, point);
                    }

        return null;
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
