using ScottPlot;

namespace GuidelineBench.Reporting.Charts.Plots;

internal static class PointPanels
{
    /// <summary>A chart by itself, and one of several side by side.</summary>
    private static readonly (PixelSize Size, PixelPadding Padding) Wide = (new(800, 500), new(58, 14, 46, 12)), Narrow = (new(440, 380), new(52, 12, 46, 26));

    /// <summary>How far labels may lie from their points: in the crowd of all networks a far label says less than the table does.</summary>
    private const int CrowdedDistances = 9, Distances = 24;

    /// <summary>More labels than this in one plot are a crowd.</summary>
    private const int MostLabels = 20;

    /// <summary>Room that labels leave on both sides of a line.</summary>
    private const double LineRoom = 1;

    /// <summary>Labels farther away than this from their points are joined to them.</summary>
    private const double Near = 9;

    public static IEnumerable<ChartPanel> Of(PointChart chart)
    {
        (PixelSize size, PixelPadding padding) = chart.Panels.Length == 1 ? Wide : Narrow;
        return chart.Panels.Select(panel => new ChartPanel(
            $"{chart.Title}. {(panel.Name.Length == 0 ? "" : panel.Name + ". ")}Across: {chart.Horizontal.Name}; up: {chart.Vertical.Name}.",
            size,
            colours => Draw(chart, panel, size, padding, colours)));
    }

    private static Plot Draw(PointChart chart, PointPanel panel, PixelSize size, PixelPadding padding, IChartColours colours)
    {
        int ticks = chart.Panels.Length == 1 ? 12 : 6;
        PlotScale across = panel.Ranges is { } ranges ? PlotScale.Of(chart.Horizontal, ranges.Across) : PlotScale.Around(chart.Horizontal, [.. panel.Points.Select(point => point.X)]);
        PlotScale up = panel.Ranges is { } given ? PlotScale.Of(chart.Vertical, given.Up) : PlotScale.Around(chart.Vertical, [.. panel.Points.Select(point => point.Y)]);
        Plot plot = ChartPlot.New(colours, padding);
        if (panel.Name.Length > 0)
            ChartPlot.Name(plot, colours, panel.Name, size.Width - padding.Left - padding.Right);
        ChartPlot.Axis(plot.Axes.Bottom, colours, chart.Horizontal.Name, across.Ticks(ticks));
        ChartPlot.Axis(plot.Axes.Left, colours, chart.Vertical.Name, up.Ticks(ticks));
        plot.Axes.SetLimits(across.Place(across.Minimum), across.Place(across.Maximum), up.Place(up.Minimum), up.Place(up.Maximum));
        foreach (ChartLine line in panel.Lines)
            Draw(plot, colours, line, Place);
        foreach (ChartPoint point in panel.Points)
            plot.Add.Plottable(new ScottPlot.Plottables.Marker
            {
                Location = Place((point.X, point.Y)),
                MarkerStyle = PlotMarkers.Style(point.Series, PlotMarkers.Radius(point.Size), point.Text, colours),
            });
        ChartPlot.Measure(plot, size);
        Write(plot, panel, colours, Place);
        return plot;

        Coordinates Place((double X, double Y) point) => new(across.Place(point.X), up.Place(point.Y));
    }

    private static void Draw(Plot plot, IChartColours colours, ChartLine line, Func<(double X, double Y), Coordinates> place)
    {
        (Tone tone, float width, (float, float)? dash, string? name) = line.Style switch
        {
            ChartLineStyle.Front => (Tone.Ink, 1.6f, ((float, float)?)null, "front"),
            ChartLineStyle.Guide => (Tone.Soft, 1.1f, (6, 4), null),
            ChartLineStyle.Link => (Tone.Soft, 0.8f, null, null),
            ChartLineStyle.Roof => (Tone.Soft, 1.4f, null, null),
            ChartLineStyle.Peak => (Tone.Ink, 2, null, null),
        };
        ChartPlot.Line(plot, colours, line.Corners.Select(place), tone, width, dash, name);
    }

    /// <summary>Names of lines along them, then labels where there is room.</summary>
    private static void Write(Plot plot, PointPanel panel, IChartColours colours, Func<(double X, double Y), Coordinates> place)
    {
        PixelRect data = plot.RenderManager.LastRender.DataRect;
        List<Box> taken = [.. panel.Points.Select(point => Box.Around(At((point.X, point.Y)), PlotMarkers.Radius(point.Size) + 1))];
        foreach (ChartLine line in panel.Lines.Where(line => line.Name.Length > 0))
        {
            if (LineName.Find(line.Name, At(line.Corners[0]), At(line.Corners[^1]), taken) is not { } name)
                continue;
            taken.AddRange(name.Boxes);
            ChartPlot.Text(plot, colours, line.Name, plot.GetCoordinates(name.Place), Alignment.LowerCenter, rotation: name.Degrees);
        }

        taken.AddRange(panel.Lines.Where(line => line.Style == ChartLineStyle.Front).SelectMany(line => Along([.. line.Corners.Select(At)])));
        var placement = new LabelPlacement(
            new Box(data.Left + 1, data.Top + 1, data.Right, data.Bottom - 1), taken, panel.Labels.Length > MostLabels ? CrowdedDistances : Distances);
        foreach (ChartLabel label in panel.Labels)
        {
            if (placement.Place(label.Text, [.. label.Places.Select(At)]) is not { } found)
                continue;
            var nearest = new Pixel(Math.Clamp(found.Point.X, found.Box.Left, found.Box.Right), Math.Clamp(found.Point.Y, found.Box.Top, found.Box.Bottom));
            if (Math.Max(Math.Abs(nearest.X - found.Point.X), Math.Abs(nearest.Y - found.Point.Y)) > Near)
                ChartPlot.Line(plot, colours, [plot.GetCoordinates(found.Point), plot.GetCoordinates(nearest)], Tone.Soft, 0.8f);
            // At the side where its point is: the box is as wide as the widest font needs.
            (double x, Alignment alignment) = found.Point.X <= found.Box.Left ? (found.Box.Left + 2, Alignment.MiddleLeft)
                : found.Point.X >= found.Box.Right ? (found.Box.Right - 2, Alignment.MiddleRight)
                : (found.Box.Middle.X, Alignment.MiddleCenter);
            ChartPlot.Text(plot, colours, label.Text, plot.GetCoordinates(new Pixel(x, found.Box.Middle.Y)), alignment);
        }

        Pixel At((double X, double Y) point) => plot.GetPixel(place(point));
    }

    /// <summary>A line as a chain of boxes, for labels to keep off; a dashed guide may run behind them.</summary>
    private static IEnumerable<Box> Along(Pixel[] corners)
    {
        foreach ((Pixel from, Pixel to) in corners.Zip(corners.Skip(1)))
        {
            int steps = 1 + (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / 4);
            for (int step = 0; step <= steps; step++)
                yield return Box.Around(new Pixel(from.X + (to.X - from.X) * step / steps, from.Y + (to.Y - from.Y) * step / steps), LineRoom);
        }
    }
}
