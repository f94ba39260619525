using System.Xml.Linq;
using GuidelineBench.Reporting.Charts.Plots;
using ScottPlot;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Draws charts by ScottPlot, the same bytes wherever the same processor draws them.</summary>
public static class ChartRenderer
{
    private static readonly PixelSize BarSwatch = new(26, 14), MarkSwatch = new(14, 14);

    /// <summary>Why charts cannot be drawn here, in one line; null where they can.</summary>
    public static string? Fault => DrawingLibrary.Fault;

    /// <summary>Each panel as SVG for a page, in the page's theme and font; panels stand side by side, or one below the other on a phone.</summary>
    /// <returns>Empty where nothing can be drawn, see <see cref="Fault"/>.</returns>
    public static ImmutableArray<string> Svg(IChart chart) =>
        Fault is null ? [.. ChartPanel.Of(chart).Select((panel, index) => Svg(panel, FormattableString.Invariant($"{chart.Id}-{index + 1}")))] : [];

    /// <summary>An entry of the legend as SVG for a page, beside its name.</summary>
    public static string Swatch(IChart chart, ChartSeries series)
    {
        PixelSize size = chart.HasMarks ? MarkSwatch : BarSwatch;
        return Page(
            FormattableString.Invariant($"{chart.Id}-legend-{chart.Series.IndexOf(series) + 1}"), size, chart.HasMarks ? "swatch mark" : "swatch", null,
            (canvas, colours) => ChartCanvas.Swatch(canvas, series, chart.HasMarks, size, colours));
    }

    /// <summary>A row of a history as SVG for a page.</summary>
    /// <returns>Empty where nothing can be drawn.</returns>
    internal static string Svg(RowOverTime row) => Fault is null ? Svg(HistoryLine.Of(row.Name, row.Row), "") : "";

    /// <summary>The whole chart as an SVG file that stands alone, in the reader's light or dark theme.</summary>
    public static string SvgFile(IChart chart)
    {
        var sheet = new ChartSheet(chart);
        var colours = new SvgColours();
        XElement drawn = ChartCanvas.Svg(sheet.Size, canvas => sheet.Draw(canvas, colours));
        string style = EmbeddedFile.ReadText("themes.css") + EmbeddedFile.ReadText("chart.css");
        return Text(new SvgRewriter(chart.Id, colours).Rewrite(drawn, sheet.Size, "chart", chart.Title + ".", style)) + "\n";
    }

    /// <summary>The whole chart as pixels, two for each unit of the SVG file.</summary>
    public static byte[] Png(IChart chart, ChartTheme theme)
    {
        var sheet = new ChartSheet(chart);
        return ChartCanvas.Png(sheet.Size, canvas => sheet.Draw(canvas, new ThemeColours(theme)));
    }

    /// <summary>The charts of a report's sections as files of their own.</summary>
    /// <returns>Of each chart <c>charts/ID.svg</c> for both themes, <c>charts/ID-light.png</c> and <c>charts/ID-dark.png</c>; none where nothing can be drawn.</returns>
    internal static IEnumerable<ReportDocument> Files(IEnumerable<Section> sections) => Fault is not null ? [] :
        from section in sections
        from figure in section.Blocks.OfType<Figure>()
        let chart = figure.Chart
        from document in new[]
        {
            new ReportDocument($"charts/{chart.Id}.svg", SvgFile(chart)),
            ReportDocument.OfPicture($"charts/{chart.Id}-light.png", () => Png(chart, ChartTheme.Light)),
            ReportDocument.OfPicture($"charts/{chart.Id}-dark.png", () => Png(chart, ChartTheme.Dark)),
        }
        select document;

    private static string Svg(ChartPanel panel, string id) =>
        Page(id, panel.Size, "chart", panel.Alternative, (canvas, colours) => ChartCanvas.Draw(canvas, panel, colours, 0, 0));

    private static string Page(string id, PixelSize size, string classes, string? alternative, Action<SkiaSharp.SKCanvas, IChartColours> draw)
    {
        var colours = new SvgColours();
        return Text(new SvgRewriter(id, colours).Rewrite(ChartCanvas.Svg(size, canvas => draw(canvas, colours)), size, classes, alternative));
    }

    private static string Text(XElement picture) => picture.ToString(SaveOptions.DisableFormatting);
}

public enum ChartTheme
{
    Light,
    Dark,
}
