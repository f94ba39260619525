using System.Xml.Linq;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Draws a <see cref="ScatterChart"/>.</summary>
internal static class ScatterChartSvg
{
    private const double Width = 800, PlotHeight = 400, Left = 58, Right = 16, Top = 14, Foot = 52, Margin = 16;

    private const double Bottom = Top + PlotHeight;

    private const int MostSteps = 8;

    /// <summary>As a picture for a page.</summary>
    public static string Inline(ScatterChart chart) => Svg.Picture(
        Width, Bottom + Foot, $"{chart.Title}. Across: {chart.HorizontalName}; up: {chart.VerticalName}.", Content(chart, chart.Id))
        .ToString(SaveOptions.DisableFormatting);

    /// <summary>With title and legend, as one file.</summary>
    public static string Standalone(ScatterChart chart)
    {
        const double fullWidth = Width + 2 * Margin;
        (XElement[] title, double titleHeight) = ChartText.Wrapped(chart.Title, Margin, Margin + 16, fullWidth - 2 * Margin, "title");
        double legendTop = Margin + titleHeight + 8, top = legendTop + 46, height = top + Bottom + Foot + Margin;
        return ChartFile.Write(Svg.Picture(
            fullWidth,
            height,
            chart.Title + ".",
            ChartFile.Style(),
            Svg.Rectangle(0, 0, fullWidth, height, "ground"),
            title,
            chart.Series.Select((series, index) => Svg.Moved(Margin + index * 110, legendTop, LegendEntry(series))),
            Svg.Text(Margin, legendTop + 31, SizeNote, "label"),
            Svg.Moved(Margin, top, Content(chart, chart.Id))));
    }

    /// <summary>What the size of a mark says.</summary>
    public const string SizeNote = "small to large mark: x1, x2, x4; dashed: time grows as memory access does";

    /// <summary>A legend's mark as a picture for a page.</summary>
    public static string Swatch(ChartSeries series) => Svg.Element(
        "svg",
        Svg.Attribute("viewBox", "0 0 14 14"),
        Svg.Attribute("class", "swatch mark"),
        Svg.Attribute("aria-hidden", "true"),
        Markers.Draw(series.Shape, 7, 7, 5, "mark " + series.Colour)).ToString(SaveOptions.DisableFormatting);

    private static XElement[] LegendEntry(ChartSeries series) =>
        [Markers.Draw(series.Shape, 7, 7, 5, "mark " + series.Colour), Svg.Text(20, 11, series.Name, "label")];

    private static IEnumerable<XElement> Content(ScatterChart chart, string id)
    {
        ScatterPoint[] points = [.. chart.Clusters.SelectMany(cluster => cluster.Points)];
        AxisScale across = AxisScale.Around(
            points.Select(point => point.X).Append(1).Min() - 0.06, points.Select(point => point.X).Append(1.2).Max() + 0.06, Left, Width - Right, MostSteps);
        AxisScale up = AxisScale.Around(
            points.Select(point => point.Y).Append(1).Min() - 0.01, points.Select(point => point.Y).Append(1.05).Max() + 0.01, Bottom, Top, MostSteps);
        return
        [
            .. Axes(chart, across, up),
            Proportional(across, up),
            .. chart.Clusters.SelectMany(cluster => Cluster(cluster, across, up)),
            First(across, up),
            .. Labels(chart, across, up),
        ];
    }

    private static IEnumerable<XElement> Axes(ScatterChart chart, AxisScale across, AxisScale up)
    {
        foreach (double tick in across.Ticks)
        {
            yield return Svg.Line(across.Position(tick), Top, across.Position(tick), Bottom, "grid");
            yield return Svg.Text(across.Position(tick), Bottom + 17, Numbers.Tick(tick), "tick", "middle");
        }

        foreach (double tick in up.Ticks)
        {
            yield return Svg.Line(Left, up.Position(tick), Width - Right, up.Position(tick), "grid");
            yield return Svg.Text(Left - 8, up.Position(tick) + 4, Numbers.Tick(tick), "tick", "end");
        }

        yield return Svg.Text((Left + Width - Right) / 2, Bottom + 40, chart.HorizontalName, "axisname", "middle");
        XElement vertical = Svg.Text(0, 0, chart.VerticalName, "axisname", "middle");
        vertical.Add(Svg.Attribute("transform", $"translate(13 {Svg.Number((Top + Bottom) / 2)}) rotate(-90)"));
        yield return vertical;
    }

    /// <summary>The line on which time grows as memory access does, as far as the plot goes.</summary>
    private static XElement Proportional(AxisScale across, AxisScale up)
    {
        double from = Math.Max(across.Minimum, up.Minimum), to = Math.Min(across.Maximum, up.Maximum);
        return Svg.Line(across.Position(from), up.Position(from), across.Position(to), up.Position(to), "proportional");
    }

    private static IEnumerable<XElement> Cluster(ScatterCluster cluster, AxisScale across, AxisScale up)
    {
        foreach ((ScatterPoint from, ScatterPoint to) in cluster.Points.Zip(cluster.Points.Skip(1)))
            yield return Svg.Line(across.Position(from.X), up.Position(from.Y), across.Position(to.X), up.Position(to.Y), "link");
        foreach (ScatterPoint point in cluster.Points.OrderByDescending(point => point.Size))
            yield return Markers.Draw(
                cluster.Series.Shape, across.Position(point.X), up.Position(point.Y), Markers.Radius(point.Size),
                "mark " + cluster.Series.Colour, Svg.Title(point.Text));
    }

    /// <summary>Where the first row of every table lies.</summary>
    private static XElement First(AxisScale across, AxisScale up) => Markers.Draw(
        MarkerShape.Circle, across.Position(1), up.Position(1), 4.5, "first", Svg.Title("first row of each table: 1x, 1x"));

    private static IEnumerable<XElement> Labels(ScatterChart chart, AxisScale across, AxisScale up)
    {
        var placement = new LabelPlacement(
            new Box(Left + 2, Top + 2, Width - Right - 2, Bottom - 2),
            chart.Clusters
                .SelectMany(cluster => cluster.Points)
                .Select(point => Box.Around(across.Position(point.X), up.Position(point.Y), Markers.Radius(point.Size) + 1))
                .Append(Box.Around(across.Position(1), up.Position(1), 6)));
        var labels = chart.Clusters
            .Select(cluster => (cluster.Label, Points: cluster.Points.Select(point => (across.Position(point.X), up.Position(point.Y))).ToArray()))
            .Prepend(("first rows", [(across.Position(1), up.Position(1))]));
        foreach ((string label, (double, double)[] points) in labels)
        {
            if (placement.Place(label, points) is not { } place)
                continue;
            (double x, double y) = (Math.Clamp(place.X, place.Box.Left, place.Box.Right), Math.Clamp(place.Y, place.Box.Top, place.Box.Bottom));
            if (Math.Max(Math.Abs(x - place.X), Math.Abs(y - place.Y)) > 12)
                yield return Svg.Line(place.X, place.Y, x, y, "leader");
            yield return Svg.Text((place.Box.Left + place.Box.Right) / 2, place.Box.Bottom - 3, label, "label halo", "middle");
        }
    }
}
