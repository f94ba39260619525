using System.Xml.Linq;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Draws a <see cref="RooflineChart"/>.</summary>
internal static class RooflineChartSvg
{
    private const double Margin = 16;

    /// <summary>Where the middle of a line's name may lie, in parts of the line.</summary>
    private static readonly double[] Places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

    private static readonly PlotFrame Frame = PlotFrame.Wide;

    /// <summary>As a picture for a page.</summary>
    public static string Inline(RooflineChart chart) => Svg.Picture(
        Frame.Width, Frame.Height, $"{chart.Title}. Across: {RooflineChart.HorizontalName}; up: {RooflineChart.VerticalName}.", Content(chart))
        .ToString(SaveOptions.DisableFormatting);

    /// <summary>With title and legend, as one file.</summary>
    public static string Standalone(RooflineChart chart)
    {
        const double entry = 110;
        double width = Frame.Width + 2 * Margin;
        (XElement[] title, double titleHeight) = ChartText.Wrapped(chart.Title, Margin, Margin + 16, Frame.Width, "title");
        double legendTop = Margin + titleHeight + 8;
        (XElement[] note, double noteHeight) = ChartText.Wrapped(chart.Note, Margin, legendTop + 31, Frame.Width, "label");
        double top = legendTop + 20 + noteHeight + 8, height = top + Frame.Height + Margin;
        return ChartFile.Write(Svg.Picture(
            width,
            height,
            chart.Title + ".",
            ChartFile.Style(),
            Svg.Rectangle(0, 0, width, height, "ground"),
            title,
            chart.Series.Select((series, index) => Svg.Moved(
                Margin + index * entry, legendTop, Markers.Draw(series.Shape, 7, 7, 5, "mark " + series.Colour), Svg.Text(20, 11, series.Name, "label"))),
            note,
            Svg.Moved(Margin, top, Content(chart))));
    }

    private static IEnumerable<XElement> Content(RooflineChart chart)
    {
        double peak = chart.Ceiling.FmaGflops;
        // From left of where the steepest roof ends, so that all of them can be seen.
        double ridge = peak / chart.Ceiling.BandwidthGBs.Values.DefaultIfEmpty(peak).Max();
        LogarithmicScale across = LogarithmicScale.Around(Math.Min(chart.Points.Min(point => point.X), ridge) / 2, chart.Points.Max(point => point.X) * 1.5, Frame.Left, Frame.Right);
        LogarithmicScale up = LogarithmicScale.Around(chart.Points.Min(point => point.Y) / 1.5, Math.Max(peak, chart.Points.Max(point => point.Y)), Frame.Bottom, Frame.Top);
        RooflineLine[] lines = [.. RooflineLine.Of(chart.Ceiling, across, up)];
        return
        [
            .. Axes(across, up),
            .. lines.Select(line => Svg.Line(line.X1, line.Y1, line.X2, line.Y2, line.IsPeak ? "roof peak" : "roof")),
            .. chart.Points.Select(point => Markers.Draw(
                point.Series.Shape, across.PositionWithin(point.X), up.PositionWithin(point.Y), Markers.Radius(point.Size), "mark " + point.Series.Colour, Svg.Title(point.Text))),
            .. Names(chart, lines, across, up),
        ];
    }

    private static IEnumerable<XElement> Axes(LogarithmicScale across, LogarithmicScale up)
    {
        foreach (double tick in across.Ticks)
        {
            double x = across.PositionWithin(tick);
            yield return Svg.Line(x, Frame.Top, x, Frame.Bottom, "grid");
            yield return Svg.Text(x, Frame.Bottom + 17, Numbers.Round(tick), "tick", "middle");
        }

        foreach (double tick in up.Ticks)
        {
            double y = up.PositionWithin(tick);
            yield return Svg.Line(Frame.Left, y, Frame.Right, y, "grid");
            yield return Svg.Text(Frame.Left - 6, y + 4, Numbers.Round(tick), "tick", "end");
        }

        yield return Svg.Text((Frame.Left + Frame.Right) / 2, Frame.Bottom + 37, RooflineChart.HorizontalName, "axisname", "middle");
        XElement vertical = Svg.Text(0, 0, RooflineChart.VerticalName, "axisname", "middle");
        vertical.Add(Svg.Attribute("transform", $"translate(12 {Svg.Number((Frame.Top + Frame.Bottom) / 2)}) rotate(-90)"));
        yield return vertical;
    }

    /// <summary>Each along its own line, at the first place where no mark and no other name lies.</summary>
    private static IEnumerable<XElement> Names(RooflineChart chart, RooflineLine[] lines, LogarithmicScale across, LogarithmicScale up)
    {
        List<Box> taken = [.. chart.Points.Select(point => Box.Around(across.PositionWithin(point.X), up.PositionWithin(point.Y), Markers.Radius(point.Size) + 1))];
        foreach (RooflineLine line in lines)
        {
            double half = ChartText.Width(line.Name) / 2 / Math.Max(1, line.Length);
            double[] free = [.. Places.Where(place => place > half && place < 1 - half && !line.NameBoxes(place - half, place + half).Any(box => taken.Exists(box.Overlaps)))];
            if (free.Length == 0)
                continue;
            taken.AddRange(line.NameBoxes(free[0] - half, free[0] + half));
            (double x, double y) = line.NameAt(free[0]);
            XElement name = Svg.Text(0, 0, line.Name, "label halo", "middle");
            name.Add(Svg.Attribute("transform", $"translate({Svg.Number(x)} {Svg.Number(y)}) rotate({Svg.Number(line.Degrees)})"));
            yield return name;
        }
    }
}
