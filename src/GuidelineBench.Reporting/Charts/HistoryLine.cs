using GuidelineBench.Core.Statistics;
using GuidelineBench.Reporting.Charts.Plots;
using ScottPlot;

namespace GuidelineBench.Reporting.Charts;

/// <summary>
/// A row's time over the runs as a small picture without axes: a line through the runs, a bar at the height of each level's
/// median, a mark at each step, a dot at the newest run. Runs stand at equal distances, as dates bunch.
/// </summary>
internal static class HistoryLine
{
    private static readonly PixelSize Size = new(220, 40);

    /// <summary>Every picture spans at least this to both sides of the row's median, so that noise looks like noise.</summary>
    private const double LeastSpan = 0.05;

    /// <summary>Slower is up.</summary>
    /// <param name="name">Of the row, for the text alternative.</param>
    public static ChartPanel Of(string name, CellHistory cell) => new(HistorySentences.Alternative(name, cell), Size, colours => Draw(cell, colours));

    /// <summary>How far the picture reaches to both sides of the row's median, in parts of the time.</summary>
    public static double Span(CellHistory cell)
    {
        double median = Median(cell);
        double[] distances = [.. Known(cell).Select(entry => Math.Abs(Math.Log(entry.Point.NsPerMultiplyAdd / median))).Order()];
        // One run in fifty may lie beyond, at the edge, so that a single outlier does not press all others flat.
        return Math.Max(LeastSpan, Math.Exp(distances[Math.Max(0, (int)Math.Ceiling(0.98 * distances.Length) - 1)]) - 1);
    }

    private static Plot Draw(CellHistory cell, IChartColours colours)
    {
        ImmutableArray<(int Run, CellPoint Point)> known = Known(cell);
        double median = Median(cell), span = Math.Log(1 + Span(cell));
        Plot plot = ChartPlot.New(colours, new PixelPadding(0));
        plot.HideGrid();
        plot.HideAxesAndGrid();
        double last = Math.Max(1, cell.Points.Length - 1);
        plot.Axes.SetLimits(-0.03 * last, 1.03 * last, -1.25 * span, 1.25 * span);
        ChartPlot.Line(plot, colours, [new(0, 0), new(last, 0)], Tone.Soft, 1, (3, 3));
        foreach (Coordinates[] part in Lines())
            ChartPlot.Line(plot, colours, part, Tone.Accent, 1.2f, name: "overtime");

        int from = known[0].Run;
        foreach (Change? change in cell.Changes.Cast<Change?>().Append(null))
        {
            int to = change?.Before ?? known[^1].Run;
            double level = Y(Medians.Median([.. known.Where(entry => entry.Run >= from && entry.Run <= to).Select(entry => entry.Point.NsPerMultiplyAdd)]));
            if (!cell.Changes.IsEmpty)
                ChartPlot.Line(plot, colours, [new(from, level), new(to, level)], Tone.Ink, 2.2f);
            if (change is { } step)
                ChartPlot.Line(plot, colours, [new((step.Before + step.After) / 2.0, -1.25 * span), new((step.Before + step.After) / 2.0, 1.25 * span)], Tone.Ink, 1.2f, (2, 2), "step");
            from = change?.After ?? to;
        }

        plot.Add.Marker(known[^1].Run, Y(cell.Last.NsPerMultiplyAdd), ScottPlot.MarkerShape.FilledCircle, 6.2f, colours.Of(Tone.Ground));
        plot.Add.Marker(known[^1].Run, Y(cell.Last.NsPerMultiplyAdd), ScottPlot.MarkerShape.FilledCircle, 5.2f, colours.Of(Tone.Accent));
        return plot;

        double Y(double ns) => Math.Clamp(Math.Log(ns / median), -span, span);

        // A run without the row interrupts the line; a single run between two such is a line of next to no length, which round caps show.
        IEnumerable<Coordinates[]> Lines() =>
            from entry in known.Index()
            group new Coordinates(entry.Item.Run, Y(entry.Item.Point.NsPerMultiplyAdd)) by entry.Item.Run - entry.Index into part
            let points = part.ToArray()
            select points.Length > 1 ? points : [points[0], new(points[0].X + 0.005 * last, points[0].Y)];
    }

    private static double Median(CellHistory cell) => Medians.Median([.. Known(cell).Select(entry => entry.Point.NsPerMultiplyAdd)]);

    private static ImmutableArray<(int Run, CellPoint Point)> Known(CellHistory cell) =>
        [.. cell.Points.Index().Where(entry => entry.Item is not null).Select(entry => (entry.Index, entry.Item!))];
}

/// <summary>A row's time over the runs, for a picture inside a table.</summary>
/// <param name="Name">Of the row, for the text alternative.</param>
public sealed record RowOverTime(string Name, CellHistory Row);
