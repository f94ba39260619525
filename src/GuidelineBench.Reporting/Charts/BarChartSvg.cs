using System.Xml.Linq;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Draws a <see cref="BarChart"/>: panel by panel for a page, or as one file.</summary>
internal static class BarChartSvg
{
    private const double PanelWidth = 360, PanelGap = 28, Margin = 16;

    private const double HeadHeight = 24, LabelHeight = 17, BarHeight = 12, BarStep = 13.5, GroupGap = 9, FootHeight = 40;

    private const double PlotStart = 4, PlotEnd = 300;

    private const int MostSteps = 5;

    /// <summary>One panel as a picture of its own.</summary>
    public static string Panel(BarChart chart, BarPanel panel)
    {
        string id = $"{chart.Id}-{panel.Name}";
        return Svg.Picture(
            PanelWidth,
            PanelHeight(panel),
            $"{chart.Title}. {panel.Name}: {chart.AxisName}.",
            BarPatterns.Definitions(id, chart.Series),
            PanelContent(chart, panel, id)).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>All panels side by side with title and legend.</summary>
    public static string Standalone(BarChart chart)
    {
        double width = 2 * Margin + chart.Panels.Length * PanelWidth + (chart.Panels.Length - 1) * PanelGap;
        (XElement[] title, double titleHeight) = ChartText.Wrapped(chart.Title, Margin, Margin + 16, width - 2 * Margin, "title");
        double legendTop = Margin + titleHeight + 8;
        (XElement[] legend, double legendHeight) = BarLegend.Draw(chart.Id, chart.Series, Margin, legendTop, width - 2 * Margin);
        double top = legendTop + legendHeight + 10;
        double height = top + chart.Panels.Max(PanelHeight) + Margin;
        return ChartFile.Write(Svg.Picture(
            width,
            height,
            chart.Title + ".",
            ChartFile.Style(),
            BarPatterns.Definitions(chart.Id, chart.Series),
            Svg.Rectangle(0, 0, width, height, "ground"),
            title,
            legend,
            chart.Panels.Select((panel, index) => Svg.Moved(
                Margin + index * (PanelWidth + PanelGap), top, PanelContent(chart, panel, chart.Id)))));
    }

    private static double PanelHeight(BarPanel panel) => HeadHeight + panel.Groups.Sum(GroupHeight) + FootHeight;

    private static double GroupHeight(BarGroup group) => LabelHeight + group.Bars.Length * BarStep + GroupGap;

    private static IEnumerable<XElement> PanelContent(BarChart chart, BarPanel panel, string id)
    {
        AxisScale axis = AxisScale.Around(0, chart.Largest, PlotStart, PlotEnd, MostSteps);
        double bottom = HeadHeight + panel.Groups.Sum(GroupHeight);
        yield return Svg.Text(PlotStart, 14, panel.Name, "panel");
        foreach (double tick in axis.Ticks)
        {
            double x = axis.Position(tick);
            yield return Svg.Line(x, HeadHeight, x, bottom, tick == 0 ? "axis" : "grid");
            yield return Svg.Text(x, bottom + 15, tick == 0 ? "0" : Numbers.Tick(tick), "tick", tick == 0 ? "start" : "middle");
        }

        if (axis.Maximum > 1)
            yield return Svg.Line(axis.Position(1), HeadHeight, axis.Position(1), bottom, "one");
        yield return Svg.Text(PlotStart, bottom + 33, chart.AxisName, "axisname");

        double y = HeadHeight;
        foreach (BarGroup group in panel.Groups)
        {
            yield return Svg.Text(PlotStart + 3, y + LabelHeight - 4, group.Label, "label halo");
            double top = y + LabelHeight;
            foreach (Bar bar in group.Bars)
            {
                foreach (XElement element in BarElements(bar, axis, top, id))
                    yield return element;
                top += BarStep;
            }

            y += GroupHeight(group);
        }
    }

    private static IEnumerable<XElement> BarElements(Bar bar, AxisScale axis, double top, string id)
    {
        double end = axis.PositionWithin(bar.Value), middle = top + BarHeight / 2;
        foreach (XElement element in BarPatterns.Bar(id, bar.Series, axis.Start, top, end - axis.Start, BarHeight, Svg.Title(bar.Text)))
            yield return element;
        if (bar.Interval is { } interval)
        {
            (double lower, double upper) = (axis.PositionWithin(interval.Lower), axis.PositionWithin(interval.Upper));
            yield return Svg.Line(lower, middle, upper, middle, "error");
            yield return Svg.Line(lower, middle - 3, lower, middle + 3, "error");
            yield return Svg.Line(upper, middle - 3, upper, middle + 3, "error");
            end = Math.Max(end, upper);
        }

        string value = Numbers.Ratio(bar.Value);
        yield return Svg.Text(Math.Min(end + 5, PanelWidth - ChartText.Width(value)), middle + 4, value, "value halo");
    }
}
