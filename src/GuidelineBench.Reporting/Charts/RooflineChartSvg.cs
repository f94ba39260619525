using System.Xml.Linq;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Draws a <see cref="RooflineChart"/>.</summary>
internal static class RooflineChartSvg
{
    private const double Margin = 16;

    /// <summary>How far a line's name may lie from it.</summary>
    private const int Distances = 5;

    /// <summary>Places along a line where its name may stand.</summary>
    private const int Places = 12;

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
        // Room to the left of the points for the names of the bandwidths, and to the right to see the roof's flat part.
        LogarithmicScale across = LogarithmicScale.Around(chart.Points.Min(point => point.X) / 4, chart.Points.Max(point => point.X) * 1.5, Frame.Left, Frame.Right);
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

    /// <summary>Names keep off marks, off each other and off other lines.</summary>
    private static IEnumerable<XElement> Names(RooflineChart chart, RooflineLine[] lines, LogarithmicScale across, LogarithmicScale up)
    {
        var placement = new LabelPlacement(
            new Box(Frame.Left + 1, Frame.Top + 1, Frame.Right, Frame.Bottom - 1),
            [
                .. chart.Points.Select(point => Box.Around(across.PositionWithin(point.X), up.PositionWithin(point.Y), Markers.Radius(point.Size) + 1)),
                .. lines.SelectMany(line => line.Points(80)).Select(point => Box.Around(point.X, point.Y, 1)),
            ],
            Distances);
        foreach (RooflineLine line in lines)
            if (placement.Place(line.Name, [.. line.Points(Places)]) is { } place)
                yield return Svg.Text((place.Box.Left + place.Box.Right) / 2, place.Box.Bottom - 3, line.Name, "label halo", "middle");
    }
}
