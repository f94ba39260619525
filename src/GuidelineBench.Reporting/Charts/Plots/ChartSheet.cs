using ScottPlot;
using SkiaSharp;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>A chart as a picture that stands alone: title, legend and note above its panels.</summary>
internal sealed class ChartSheet
{
    private const float Margin = 16, Gap = 28, TitleStep = 20, NoteStep = 16;

    /// <summary>How much of the width the legend takes in the program's font; readers of SVG may have a wider one.</summary>
    private const float LegendPart = 0.86f;

    private readonly IChart chart;
    private readonly ChartPanel[] panels;
    private readonly int columns;
    private readonly float inner;
    private readonly IReadOnlyList<string> title, note;

    /// <summary>Below the legend.</summary>
    private readonly float legendTop, noteTop, panelsTop;

    public ChartSheet(IChart chart)
    {
        this.chart = chart;
        panels = [.. ChartPanel.Of(chart)];
        columns = Math.Min(panels.Length, chart is BarChart { IsStacked: false } ? 3 : 2);
        inner = columns * panels[0].Size.Width + (columns - 1) * Gap;
        title = ChartText.Wrapped(chart.Title, inner, ChartText.TitleSize);
        note = chart.Note.Length == 0 ? [] : ChartText.Wrapped(chart.Note, inner, ChartText.LabelSize);
        legendTop = Margin + title.Count * TitleStep + 4;
        noteTop = legendTop + LegendHeight();
        panelsTop = noteTop + note.Count * NoteStep + 10;
        Size = new PixelSize(inner + 2 * Margin, panelsTop + panels.Chunk(columns).Sum(row => row.Max(panel => panel.Size.Height) + Gap) - Gap + Margin);
    }

    public PixelSize Size { get; }

    public void Draw(SKCanvas canvas, IChartColours colours)
    {
        using Paint paint = Paint.NewDisposablePaint();
        ScottPlot.Drawing.FillRectangle(canvas, new PixelRect(0, Size.Width, Size.Height, 0), paint, new FillStyle(colours.Of(Tone.Ground)));
        Write(canvas, paint, colours, title, Margin, TitleStep, ChartText.TitleSize, isBold: true);
        if (chart.Series.Length > 0)
            Legend(colours).Render(canvas, paint, new PixelRect(Margin, Margin + LegendPart * inner, legendTop + LegendHeight(), legendTop), Alignment.UpperLeft);
        Write(canvas, paint, colours, note, noteTop, NoteStep, ChartText.LabelSize, isBold: false);
        float top = panelsTop;
        foreach (ChartPanel[] row in panels.Chunk(columns))
        {
            for (int column = 0; column < row.Length; column++)
                ChartCanvas.Draw(canvas, row[column], colours, Margin + column * (row[0].Size.Width + Gap), top);
            top += row.Max(panel => panel.Size.Height) + Gap;
        }
    }

    private static void Write(SKCanvas canvas, Paint paint, IChartColours colours, IEnumerable<string> lines, float top, float step, float size, bool isBold)
    {
        foreach ((int line, string text) in lines.Index())
        {
            var label = new LabelStyle { Text = text, FontSize = size, Bold = isBold, Alignment = Alignment.UpperLeft, BorderWidth = 0 };
            colours.Write(label, Tone.Ink);
            label.Render(canvas, new Pixel(Margin, top + line * step), paint);
        }
    }

    private float LegendHeight()
    {
        if (chart.Series.Length == 0)
            return 0;
        using Paint paint = Paint.NewDisposablePaint();
        return Legend(new ThemeColours(ChartTheme.Light)).GetLayout(new PixelSize(LegendPart * inner, 1000), paint).LegendRect.Height + 8;
    }

    private Legend Legend(IChartColours colours) => new(new Plot())
    {
        ManualItems = [.. chart.Series.Select(series => Entry(series, colours))],
        DisplayPlottableLegendItems = false,
        Orientation = Orientation.Horizontal,
        TightHorizontalWrapping = true,
        Margin = new PixelPadding(0, 0),
        Padding = new PixelPadding(0, 0),
        InterItemPadding = new PixelPadding(0, 18, 3, 3),
        SymbolWidth = chart.HasMarks ? 14 : 24,
        SymbolHeight = 12,
        SymbolPadding = 7,
        OutlineWidth = 0,
        BackgroundColor = Colors.Transparent,
        ShadowColor = Colors.Transparent,
    };

    private LegendItem Entry(ChartSeries series, IChartColours colours)
    {
        var item = new LegendItem { LabelText = series.Name, LabelFontSize = ChartText.LabelSize, LabelOffsetY = 2 };
        colours.Write(item.LabelStyle, Tone.Ink);
        if (chart.HasMarks)
            item.MarkerStyle = PlotMarkers.Style(series, ChartCanvas.LegendRadius, "", colours);
        else
            colours.Fill(item.FillStyle, series, "swatch", "");
        return item;
    }
}
