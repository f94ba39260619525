using System.Xml.Linq;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Draws a <see cref="SplitChart"/>: panel by panel for a page, or as one file.</summary>
internal static class SplitChartSvg
{
    private const double PanelWidth = 360, PanelGap = 28, Margin = 16;

    private const double HeadHeight = 24, LabelHeight = 17, BarHeight = 14, GroupGap = 8, FootHeight = 40;

    private const double PlotStart = 4, PlotEnd = 346;

    /// <summary>Ticks of the axis, percent.</summary>
    private static readonly double[] Ticks = [0, 25, 50, 75, 100];

    /// <summary>One panel as a picture of its own.</summary>
    public static string Panel(SplitChart chart, SplitPanel panel)
    {
        string id = PanelId(chart, panel);
        return Svg.Picture(
            PanelWidth,
            PanelHeight(panel),
            $"{chart.Title}. {panel.Name}: {chart.AxisName}.",
            BarPatterns.Definitions(id, chart.Series),
            Content(chart, panel, id)).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>All panels, two side by side, with title and legend.</summary>
    public static string Standalone(SplitChart chart)
    {
        int columns = Math.Min(2, chart.Panels.Length);
        double inner = columns * PanelWidth + (columns - 1) * PanelGap, width = inner + 2 * Margin;
        (XElement[] title, double titleHeight) = ChartText.Wrapped(chart.Title, Margin, Margin + 16, inner, "title");
        double legendTop = Margin + titleHeight + 8;
        (XElement[] legend, double legendHeight) = BarLegend.Draw(chart.Id, chart.Series, Margin, legendTop, inner);
        double y = legendTop + legendHeight + 10;
        var panels = new List<XElement>();
        foreach (SplitPanel[] row in chart.Panels.Chunk(columns))
        {
            panels.AddRange(row.Select((panel, column) => Svg.Moved(Margin + column * (PanelWidth + PanelGap), y, Content(chart, panel, chart.Id))));
            y += row.Max(PanelHeight) + Margin;
        }

        return ChartFile.Write(Svg.Picture(
            width,
            y,
            chart.Title + ".",
            ChartFile.Style(),
            BarPatterns.Definitions(chart.Id, chart.Series),
            Svg.Rectangle(0, 0, width, y, "ground"),
            title,
            legend,
            panels));
    }

    private static string PanelId(SplitChart chart, SplitPanel panel) =>
        FormattableString.Invariant($"{chart.Id}-panel-{chart.Panels.IndexOf(panel) + 1}");

    private static double PanelHeight(SplitPanel panel) => HeadHeight + panel.Bars.Length * (LabelHeight + BarHeight + GroupGap) + FootHeight;

    private static IEnumerable<XElement> Content(SplitChart chart, SplitPanel panel, string id)
    {
        double bottom = PanelHeight(panel) - FootHeight;
        yield return Svg.Text(PlotStart, 14, panel.Name, "panel");
        foreach (double tick in Ticks)
        {
            double x = Position(tick);
            yield return Svg.Line(x, HeadHeight, x, bottom, tick == 0 ? "axis" : "grid");
            yield return Svg.Text(x, bottom + 15, Numbers.Round(tick), "tick", tick switch { 0 => "start", 100 => "end", _ => "middle" });
        }

        yield return Svg.Text(PlotStart, bottom + 33, chart.AxisName, "axisname");
        double y = HeadHeight;
        foreach (SplitBar bar in panel.Bars)
        {
            yield return Svg.Text(PlotStart + 3, y + LabelHeight - 4, ChartText.Shortened(bar.Label, PlotEnd - PlotStart - 12 - ChartText.Width(bar.Note)), "label halo");
            if (bar.Note.Length > 0)
                yield return Svg.Text(PlotEnd, y + LabelHeight - 4, bar.Note, "tick halo", "end");
            foreach (XElement part in Parts(bar, y + LabelHeight, id))
                yield return part;
            y += LabelHeight + BarHeight + GroupGap;
        }
    }

    private static IEnumerable<XElement> Parts(SplitBar bar, double top, string id)
    {
        double from = 0;
        foreach (SplitPart part in bar.Parts)
        {
            double x = Position(from), width = Position(from + part.Percent) - x;
            foreach (XElement element in BarPatterns.Bar(id, part.Series, x, top, width, BarHeight, Svg.Title(part.Text)))
                yield return element;
            string value = Numbers.WholePercent(part.Percent);
            if (ChartText.Width(value) + 6 < width)
                yield return Svg.Text(x + width / 2, top + BarHeight - 3, value, "value onbar", "middle");
            from += part.Percent;
        }
    }

    private static double Position(double percent) => PlotStart + Math.Clamp(percent, 0, 100) / 100 * (PlotEnd - PlotStart);
}
