using System.Xml.Linq;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Draws a <see cref="PointChart"/>: panel by panel for a page, or as one file.</summary>
internal static class PointChartSvg
{
    private const double Margin = 16, Gap = 28;

    private const int MostSteps = 8;

    /// <summary>How far labels may lie from their points: in the crowd of all networks a far label says less than the table does.</summary>
    private const int CrowdedDistances = 9, Distances = 24;

    /// <summary>More labels than this in one plot are a crowd.</summary>
    private const int MostLabels = 20;

    /// <summary>Room that labels leave on both sides of a line.</summary>
    private const double LineRoom = 1;

    /// <summary>One panel as a picture of its own: wide for a chart of one, narrow beside others.</summary>
    public static string Panel(PointChart chart, PointPanel panel)
    {
        PlotFrame frame = Frame(chart);
        string name = panel.Name.Length == 0 ? "" : panel.Name + ". ";
        return Svg.Picture(
            frame.Width, frame.Height, $"{chart.Title}. {name}Across: {chart.Horizontal.Name}; up: {chart.Vertical.Name}.", Content(chart, panel, frame))
            .ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>With title and legend, as one file; two narrow panels side by side.</summary>
    public static string Standalone(PointChart chart)
    {
        PlotFrame frame = Frame(chart);
        int columns = Math.Min(2, chart.Panels.Length), rows = (chart.Panels.Length + columns - 1) / columns;
        double inner = columns * frame.Width + (columns - 1) * Gap;
        (XElement[] title, double titleHeight) = ChartText.Wrapped(chart.Title, Margin, Margin + 16, inner, "title");
        double legendTop = Margin + titleHeight + 8;
        (XElement[] legend, double legendHeight) = Legend(chart, legendTop, inner);
        double top = legendTop + legendHeight + 8, width = inner + 2 * Margin, height = top + rows * (frame.Height + Gap) - Gap + Margin;
        return ChartFile.Write(Svg.Picture(
            width,
            height,
            chart.Title + ".",
            ChartFile.Style(),
            Svg.Rectangle(0, 0, width, height, "ground"),
            title,
            legend,
            chart.Panels.Select((panel, index) => Svg.Moved(
                Margin + index % columns * (frame.Width + Gap), top + index / columns * (frame.Height + Gap), Content(chart, panel, frame)))));
    }

    private static PlotFrame Frame(PointChart chart) => chart.Panels.Length == 1 ? PlotFrame.Wide : PlotFrame.Narrow;

    private static IEnumerable<XElement> Content(PointChart chart, PointPanel panel, PlotFrame frame)
    {
        IAxisScale across = Scale(chart.Horizontal, panel.Points.Select(point => point.X), frame.Left, frame.Right, frame);
        IAxisScale up = Scale(chart.Vertical, panel.Points.Select(point => point.Y), frame.Bottom, frame.Top, frame);
        return
        [
            .. panel.Name.Length == 0 ? [] : new[] { Svg.Text(frame.Left, 14, panel.Name, "panel") },
            .. Axes(chart, frame, across, up),
            .. panel.Lines.Select(line => Line(line, across, up)),
            .. panel.Points.Select(point => Markers.Draw(
                point.Series.Shape, across.PositionWithin(point.X), up.PositionWithin(point.Y), Markers.Radius(point.Size),
                "mark " + point.Series.Colour, Svg.Title(point.Text))),
            .. Labels(panel, frame, across, up),
        ];
    }

    private static IAxisScale Scale(ChartAxis axis, IEnumerable<double> values, double start, double end, PlotFrame frame)
    {
        double[] all = [.. values];
        if (axis.Logarithmic)
            return LogarithmicScale.Around(all.Min(), all.Max(), start, end);
        double room = Math.Max(1, (all.Max() - all.Min()) * 0.06);
        return AxisScale.Around(all.Min() - room, all.Max() + room, start, end, frame.IsWide ? MostSteps : MostSteps / 2);
    }

    private static IEnumerable<XElement> Axes(PointChart chart, PlotFrame frame, IAxisScale across, IAxisScale up)
    {
        foreach (double tick in across.Ticks)
        {
            double x = across.PositionWithin(tick);
            yield return Svg.Line(x, frame.Top, x, frame.Bottom, "grid");
            yield return Svg.Text(x, frame.Bottom + 17, Numbers.Round(tick) + chart.Horizontal.Unit, "tick", "middle");
        }

        foreach (double tick in up.Ticks)
        {
            double y = up.PositionWithin(tick);
            yield return Svg.Line(frame.Left, y, frame.Right, y, "grid");
            yield return Svg.Text(frame.Left - 6, y + 4, Numbers.Round(tick) + chart.Vertical.Unit, "tick", "end");
        }

        yield return Svg.Text((frame.Left + frame.Right) / 2, frame.Bottom + 37, chart.Horizontal.Name, "axisname", "middle");
        XElement vertical = Svg.Text(0, 0, chart.Vertical.Name, "axisname", "middle");
        vertical.Add(Svg.Attribute("transform", $"translate(12 {Svg.Number((frame.Top + frame.Bottom) / 2)}) rotate(-90)"));
        yield return vertical;
    }

    private static XElement Line(ChartLine line, IAxisScale across, IAxisScale up) => Svg.Element(
        "path",
        Svg.Attribute("d", "M" + string.Join(" L", line.Corners.Select(corner =>
            $"{Svg.Number(across.PositionWithin(corner.X))} {Svg.Number(up.PositionWithin(corner.Y))}"))),
        Svg.Attribute("class", line.Style));

    private static IEnumerable<XElement> Labels(PointPanel panel, PlotFrame frame, IAxisScale across, IAxisScale up)
    {
        var marks = panel.Points.Select(point => (Point: point, X: across.PositionWithin(point.X), Y: up.PositionWithin(point.Y))).ToArray();
        var placement = new LabelPlacement(
            new Box(frame.Left + 1, frame.Top + 1, frame.Right, frame.Bottom - 1),
            [
                .. marks.Select(mark => Box.Around(mark.X, mark.Y, Markers.Radius(mark.Point.Size) + 1)),
                .. panel.Lines.Where(line => line.Style == ChartLine.Front).SelectMany(line => Along(line, across, up)),
            ],
            panel.Points.Count(point => point.Label.Length > 0) > MostLabels ? CrowdedDistances : Distances);
        foreach ((ChartPoint point, double pointX, double pointY) in marks)
        {
            if (point.Label.Length == 0 || placement.Place(point.Label, [(pointX, pointY)]) is not { } place)
                continue;
            (double x, double y) = (Math.Clamp(pointX, place.Box.Left, place.Box.Right), Math.Clamp(pointY, place.Box.Top, place.Box.Bottom));
            if (Math.Max(Math.Abs(x - pointX), Math.Abs(y - pointY)) > 9)
                yield return Svg.Line(pointX, pointY, x, y, "leader");
            yield return Svg.Text((place.Box.Left + place.Box.Right) / 2, place.Box.Bottom - 3, point.Label, "label halo", "middle");
        }
    }

    /// <summary>A line as a chain of boxes, for labels to keep off; a dashed guide may run behind them.</summary>
    private static IEnumerable<Box> Along(ChartLine line, IAxisScale across, IAxisScale up)
    {
        (double X, double Y)[] corners = [.. line.Corners.Select(corner => (across.PositionWithin(corner.X), up.PositionWithin(corner.Y)))];
        foreach (((double X, double Y) from, (double X, double Y) to) in corners.Zip(corners.Skip(1)))
        {
            int steps = 1 + (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / 4);
            for (int step = 0; step <= steps; step++)
                yield return Box.Around(from.X + (to.X - from.X) * step / steps, from.Y + (to.Y - from.Y) * step / steps, LineRoom);
        }
    }

    private static (XElement[] Elements, double Height) Legend(PointChart chart, double top, double width)
    {
        var elements = new List<XElement>();
        double x = Margin, y = top;
        foreach (ChartSeries series in chart.Series)
        {
            double length = 20 + ChartText.Width(series.Name) + 16;
            if (x + length > Margin + width && x > Margin)
                (x, y) = (Margin, y + 20);
            elements.Add(Svg.Moved(x, y, Markers.Draw(series.Shape, 7, 7, 5, "mark " + series.Colour), Svg.Text(20, 11, series.Name, "label")));
            x += length;
        }

        (XElement[] note, double noteHeight) = ChartText.Wrapped(chart.Note, Margin, y + 31, width, "label");
        return ([.. elements, .. note], y + 20 + noteHeight - top);
    }
}
